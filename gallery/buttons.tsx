import { Button } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'
import { icons } from '#ui/icons.ts'
import { ResendButton } from '#ui/ResendButton.tsx'
import { Sample, type Entry } from './Sample.tsx'
import { longText } from './longText.ts'

const variants = ['primary', 'secondary', 'quiet', 'danger'] as const

// In the past, so the pause is over.
sessionStorage.setItem('gatehouse.cooldown.gallery-over', String(Date.now() - 1000))

export const buttons: Entry[] = [
  {
    name: 'Button',
    samples: () => (
      <>
        <Sample title="Looks">
          <div className="sample-row">
            {variants.map((variant) => (
              <Button key={variant} look={variant}>
                {variant}
              </Button>
            ))}
          </div>
        </Sample>
        <Sample title="Pending">
          <div className="sample-row">
            {variants.map((variant) => (
              <Button key={variant} look={variant} pending>
                {variant}, pending
              </Button>
            ))}
          </div>
        </Sample>
        <Sample title="With an icon">
          <div className="sample-row">
            <Button icon={<Icon shape={icons.key} />}>Sign in with a passkey</Button>
            <Button look="secondary" icon={<Icon shape={icons.plus} />}>
              Add an app
            </Button>
            <Button look="quiet" icon={<Icon shape={icons.external} />}>
              Open
            </Button>
            <Button look="danger" icon={<Icon shape={icons.trash} />}>
              Delete
            </Button>
          </div>
        </Sample>
        <Sample title="Full width">
          <Button full>Continue</Button>
          <Button full look="secondary" icon={<Icon shape={icons.mail} />}>
            Send me a code
          </Button>
          <Button full pending>
            Continue, pending
          </Button>
        </Sample>
        <Sample title="Long text">
          <Button>{longText}</Button>
          <Button look="secondary" icon={<Icon shape={icons.globe} />} pending>
            {longText}
          </Button>
        </Sample>
      </>
    ),
  },
  {
    name: 'CopyButton',
    samples: () => (
      <>
        <Sample title="Ready">
          <CopyButton text="JBSW Y3DP EHPK 3PXP" label="Copy the key" />
        </Sample>
        <Sample title="Long label">
          <CopyButton text="JBSW Y3DP EHPK 3PXP" label="Copy the address of this page" />
        </Sample>
      </>
    ),
  },
  {
    name: 'ResendButton',
    samples: () => (
      <>
        <Sample title="Waiting">
          <ResendButton
            name="gallery-running"
            resend={() => Promise.resolve({ destination: 'a***@e***' })}
            explain={String}
          />
        </Sample>
        <Sample title="Ready, and fails">
          <ResendButton
            name="gallery-over"
            resend={() => Promise.reject(new Error('no post today'))}
            explain={() => 'The code could not be sent. Try again.'}
          />
        </Sample>
      </>
    ),
  },
]
