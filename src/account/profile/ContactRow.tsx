import { useRef, useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { ChangeContact } from './ChangeContact.tsx'
import { PendingContact } from './PendingContact.tsx'
import { usePendingContact } from './pendingContact.ts'
import type { Contact } from './profileNames.ts'

interface ContactRowProps {
  contact: Contact
  attributes: Record<string, string>
}

/** An address, whether it is theirs for certain, and what can be done about it. */
export function ContactRow({ contact, attributes }: ContactRowProps) {
  const t = useTranslate()
  const session = useSession()
  const { profile } = useConfig()
  const requireRecentSignIn = useRequireRecentSignIn()
  const [pending, setPending] = usePendingContact(session.userId, contact)
  const [changing, setChanging] = useState(false)
  const [asked, setAsked] = useState<{ pending?: true; error?: unknown }>({})
  // Sent a moment ago, and not before a reload: the code is what the person does next.
  const [justSent, setJustSent] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const value = attributes[contact] ?? ''
  const verified = attributes[`${contact}_verified`] === 'true'
  // Verified in another tab, or on another device.
  const waiting = verified && pending === value ? undefined : pending
  const mayChange = !profile.readOnly.includes(contact)

  async function change() {
    if (await requireRecentSignIn()) setChanging(true)
  }

  function verify() {
    setAsked({ pending: true })
    session.callCognito('GetUserAttributeVerificationCode', { AttributeName: contact }).then(
      () => {
        setAsked({})
        sent(value)
      },
      (error: unknown) => setAsked({ error }),
    )
  }

  function sent(address: string | undefined) {
    setJustSent(address !== undefined)
    setPending(address)
  }

  function settled() {
    // What was pressed is about to go.
    row.current?.focus()
    setPending(undefined)
  }

  return (
    <div className="details-row" ref={row} tabIndex={-1}>
      <dt>{attributeLabel(contact, t)}</dt>
      <dd>
        {value === '' ? (
          <span className="soft">{t('profile.none')}</span>
        ) : (
          <>
            <bdi className="lines">{value}</bdi>
            <Badge tone={verified ? 'good' : 'neutral'}>
              {t(verified ? 'account.verified' : 'account.unverified')}
            </Badge>
          </>
        )}
        <span className="details-actions">
          {value !== '' && !verified && waiting === undefined && (
            <Button look="quiet" pending={asked.pending === true} onClick={verify}>
              {t(`profile.verify.${contact}`)}
            </Button>
          )}
          {mayChange && (
            <Button look="quiet" onClick={() => void change()}>
              {t(value === '' ? `profile.add.${contact}` : `profile.change.${contact}`)}
            </Button>
          )}
        </span>
        {'error' in asked && <Alert tone="error">{authErrorText(asked.error, t).message}</Alert>}
        {waiting !== undefined && (
          <PendingContact
            contact={contact}
            address={waiting}
            current={value}
            focused={justSent}
            onCorrect={() => void change()}
            onSettled={settled}
            key={waiting}
          />
        )}
        <ChangeContact
          contact={contact}
          current={value}
          proposed={waiting}
          open={changing}
          onClose={() => setChanging(false)}
          onSent={sent}
        />
      </dd>
    </div>
  )
}
