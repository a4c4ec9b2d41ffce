import { useRef, useState } from 'react'
import { useIsKept } from '#account/keptFields.ts'
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
import { usePendingContact } from './usePendingContact.ts'
import type { Contact } from './profileNames.ts'

interface ContactRowProps {
  contact: Contact
  attributes: Record<string, string>
}

/** Email address or phone number: its value, whether it is verified, and buttons to change or verify it. */
export function ContactRow({ contact, attributes }: ContactRowProps) {
  const t = useTranslate()
  const session = useSession()
  const { profile } = useConfig()
  const requireRecentSignIn = useRequireRecentSignIn()
  const [pending, setPending] = usePendingContact(session.userId, contact)
  const [changing, setChanging] = useState(useIsKept([contact]))
  const [codeRequest, setCodeRequest] = useState<{ pending?: true; error?: unknown }>({})
  // Sent since the page was loaded: the code field takes the focus.
  const [justSent, setJustSent] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const value = attributes[contact] ?? ''
  const verified = attributes[`${contact}_verified`] === 'true'
  // An address that was verified elsewhere meanwhile is no longer pending.
  const unverifiedAddress = verified && pending === value ? undefined : pending
  const canChange = !profile.readOnly.includes(contact)

  async function change() {
    if (await requireRecentSignIn()) setChanging(true)
  }

  function verify() {
    setCodeRequest({ pending: true })
    session.callCognito('GetUserAttributeVerificationCode', { AttributeName: contact }).then(
      () => {
        setCodeRequest({})
        recordSent(value)
      },
      (error: unknown) => setCodeRequest({ error }),
    )
  }

  function recordSent(address: string | undefined) {
    setJustSent(address !== undefined)
    setPending(address)
  }

  function clearPending() {
    // The pressed button is about to be removed.
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
          {value !== '' && !verified && unverifiedAddress === undefined && (
            <Button look="quiet" pending={codeRequest.pending === true} onClick={verify}>
              {t(`profile.verify.${contact}`)}
            </Button>
          )}
          {canChange && (
            <Button look="quiet" onClick={() => void change()}>
              {t(value === '' ? `profile.add.${contact}` : `profile.change.${contact}`)}
            </Button>
          )}
        </span>
        {'error' in codeRequest && (
          <Alert tone="error">{authErrorText(codeRequest.error, t).message}</Alert>
        )}
        {unverifiedAddress !== undefined && (
          <PendingContact
            contact={contact}
            address={unverifiedAddress}
            current={value}
            focused={justSent}
            onChangeAddress={() => void change()}
            onDone={clearPending}
            key={unverifiedAddress}
          />
        )}
        <ChangeContact
          contact={contact}
          current={value}
          proposed={unverifiedAddress}
          open={changing}
          onClose={() => setChanging(false)}
          onSent={recordSent}
        />
      </dd>
    </div>
  )
}
