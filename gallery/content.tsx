import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Divider } from '#ui/Divider.tsx'
import { Heading } from '#ui/Heading.tsx'
import { Icon } from '#ui/Icon.tsx'
import { icons } from '#ui/icons.ts'
import { SkipLink } from '#ui/SkipLink.tsx'
import { Sample, type Entry } from './Sample.tsx'
import { longText } from './longText.ts'

const inFirstLoad = [
  'capsLock',
  'check',
  'chevron',
  'close',
  'eye',
  'eyeOff',
  'info',
  'ring',
  'warning',
] as const

export const content: Entry[] = [
  {
    name: 'Heading',
    samples: () => (
      <>
        <Sample title="With a lead">
          <Heading lead="Use the account you have with us.">Sign in</Heading>
        </Sample>
        <Sample title="Long text">
          <Heading lead={longText}>{longText}</Heading>
        </Sample>
      </>
    ),
  },
  {
    name: 'Card',
    samples: () => (
      <>
        <Sample title="With text">
          <Card title="Your details">
            <p>What the portal knows about you.</p>
          </Card>
        </Sample>
        <Sample title="Long text">
          <Card title={longText}>
            <p>{longText}</p>
          </Card>
        </Sample>
      </>
    ),
  },
  {
    name: 'Divider',
    samples: () => (
      <Sample title="Between two alternatives">
        <Button full>Continue with a password</Button>
        <Divider>or</Divider>
        <Button full look="secondary" icon={<Icon shape={icons.key} />}>
          Continue with a passkey
        </Button>
      </Sample>
    ),
  },
  {
    name: 'Icon',
    samples: () => (
      <>
        <Sample title="In the first load">
          <ul className="plain-list gallery-icons">
            {inFirstLoad.map((name) => (
              <li key={name}>
                <Icon name={name} />
                {name}
              </li>
            ))}
          </ul>
        </Sample>
        <Sample title="More">
          <ul className="plain-list gallery-icons">
            {Object.entries(icons).map(([name, shape]) => (
              <li key={name}>
                <Icon shape={shape} />
                {name}
              </li>
            ))}
          </ul>
        </Sample>
      </>
    ),
  },
  {
    name: 'HiddenUsername',
    samples: () => (
      <Sample title="For password managers only">
        <p className="soft small">
          Nothing to see, and not on this page: its id is that of the UsernameField above.
        </p>
      </Sample>
    ),
  },
  {
    name: 'SkipLink',
    samples: () => (
      <Sample title="To be seen only with the focus">
        <SkipLink>Skip to the main part, once more</SkipLink>
        <p className="soft small">Press Tab here, or at the top of this page.</p>
      </Sample>
    ),
  },
]
