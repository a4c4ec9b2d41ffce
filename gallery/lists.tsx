import { lazy, Suspense } from 'react'
import { Avatar } from '#ui/Avatar.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { icons } from '#ui/icons.ts'
import { Row } from '#ui/Row.tsx'
import { RowList } from '#ui/RowList.tsx'
import { Sample, type Entry } from './Sample.tsx'
import { longText, longWord } from './longText.ts'

const Qr = lazy(async () => ({ default: (await import('#ui/Qr.tsx')).Qr }))

export const lists: Entry[] = [
  {
    name: 'RowList',
    samples: () => (
      <>
        <Sample title="Icon, badge and actions" wide>
          <RowList label="Sign-in methods">
            <Row
              media={<Icon shape={icons.key} />}
              title="Passkey on a laptop"
              description="Added on 3 March 2030, last used today"
              badge={<Badge tone="good">In use</Badge>}
              actions={
                <>
                  <Button look="secondary">Rename the laptop</Button>
                  <Button look="quiet">Remove the laptop</Button>
                </>
              }
            />
            <Row
              media={<Icon shape={icons.device} />}
              title="Authenticator app"
              description="Not set up"
              actions={<Button look="secondary">Set up the app</Button>}
            />
            <Row
              media={<Icon shape={icons.phone} />}
              title={longText}
              description={longWord}
              badge={<Badge tone="warning">Not verified</Badge>}
              actions={<Button look="secondary">Verify the number</Button>}
            />
          </RowList>
        </Sample>
        <Sample title="Avatar, no actions">
          <RowList label="People">
            <Row
              media={<Avatar name="Ada Example" />}
              title="Ada Example"
              description="ada@example.com"
            />
            <Row media={<Avatar name="Grace" />} title="Grace" description="grace@example.com" />
          </RowList>
        </Sample>
        <Sample title="Title only">
          <RowList label="Recovery codes">
            <Row title="First code" />
            <Row title="Second code" badge={<Badge>Used</Badge>} />
          </RowList>
        </Sample>
        <Sample title="Many items" wide>
          <RowList label="Sessions">
            {Array.from({ length: 12 }, (_, index) => (
              <Row
                key={index}
                media={<Icon shape={icons.desktop} />}
                title={`Browser number ${index + 1}`}
                description="Last active an hour ago"
                actions={<Button look="secondary">{`Sign out number ${index + 1}`}</Button>}
              />
            ))}
          </RowList>
        </Sample>
      </>
    ),
  },
  {
    name: 'EmptyState',
    samples: () => (
      <>
        <Sample title="With everything">
          <EmptyState
            icon={<Icon shape={icons.key} />}
            title="No passkeys yet"
            text="With a passkey you sign in by your fingerprint, your face or a PIN."
            action={<Button icon={<Icon shape={icons.plus} />}>Add a passkey</Button>}
          />
        </Sample>
        <Sample title="Title only">
          <EmptyState title="Nothing has happened yet" />
        </Sample>
      </>
    ),
  },
  {
    name: 'Avatar',
    samples: () => (
      <>
        <Sample title="Initials, and no name">
          <div className="sample-row">
            {['Ada Example', 'ada', 'Ada Middle Example', 'عائشة مثال', '山田 例', ''].map(
              (name) => (
                <Avatar name={name} key={name} />
              ),
            )}
          </div>
        </Sample>
        <Sample title="A picture, and one that cannot be loaded">
          <div className="sample-row">
            <Avatar name="Ada Example" picture="/favicon.svg" />
            <Avatar name="Ada Example" picture="/no-such-picture.png" />
          </div>
        </Sample>
      </>
    ),
  },
  {
    name: 'Badge',
    samples: () => (
      <Sample title="Tones, long text">
        <div className="sample-row">
          <Badge>Neutral</Badge>
          <Badge tone="good">Good</Badge>
          <Badge tone="warning">Warning</Badge>
          <Badge tone="danger">Danger</Badge>
          <Badge tone="warning">{longText}</Badge>
        </div>
      </Sample>
    ),
  },
  {
    name: 'DetailList',
    samples: () => (
      <>
        <Sample title="Rows">
          <DetailList
            items={[
              { key: 'email', term: 'E-mail address', value: 'ada@example.com' },
              { key: 'long', term: 'Work address', value: longWord },
            ]}
          />
        </Sample>
        <Sample title="Stacked">
          <DetailList
            stacked
            items={[{ key: 'field', term: 'cognito.clientId', value: 'Must not be empty.' }]}
          />
        </Sample>
      </>
    ),
  },
  {
    name: 'Qr',
    samples: () => (
      <Sample title="Dark on light in every theme">
        <Suspense>
          <Qr
            text="otpauth://totp/Gatehouse:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Gatehouse"
            label="QR code for your authenticator app"
          />
        </Suspense>
      </Sample>
    ),
  },
]
