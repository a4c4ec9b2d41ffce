import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { attributesQuery } from '#account/attributesQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError, type AuthErrorCode } from '#auth/errors.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeProblem } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'
import { useForm } from '#ui/useForm.ts'
import type { Contact } from './profileNames.ts'

interface PendingContactProps {
  contact: Contact
  /** The address that the code was sent to. */
  address: string
  /** The current address; equals `address` if the pool accepts an address before it is verified. */
  current: string
  /** Whether the code field takes the focus. */
  focused: boolean
  onChangeAddress: () => void
  /** Called when the address is verified, or the change is cancelled. */
  onDone: () => void
}

/** Failures of a try that may have succeeded. */
const lostAnswers = new Set<AuthErrorCode>(['network', 'timeout', 'serviceUnavailable'])

/** Asks for the code that was sent to a new or unverified address. */
export function PendingContact(props: PendingContactProps) {
  const { contact, address, current, focused, onChangeAddress, onDone } = props
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const field = `${contact}-code`
  /** Cognito may have taken the code of the last try, although its answer did not arrive. */
  const isLastTryLost = useRef(false)
  const form = useForm({
    check: (read) => [codeProblem(t, read(field), field)],
    async submit(read) {
      const Code = read(field)
      await verify(Code)
      onDone()
      toast(t('profile.verified', { address }))
      // The navigation shows the email address of the tokens.
      await Promise.all([client.invalidateQueries(attributesQuery(session)), session.renewTokens()])
    },
    explain: (error) =>
      authErrorText(error, t, {
        codeMismatch: field,
        codeExpired: field,
      }),
  })

  async function verify(Code: string) {
    try {
      await session.callCognito('VerifyUserAttribute', { AttributeName: contact, Code })
    } catch (error) {
      if (!(error instanceof AuthError)) throw error
      if (lostAnswers.has(error.code)) {
        isLastTryLost.current = true
        throw error
      }
      // The code of a try that got through is refused the second time.
      if (!isLastTryLost.current || !(await isVerified())) throw error
    }
  }

  /** Asks Cognito, past the cache. */
  async function isVerified(): Promise<boolean> {
    const { queryKey } = attributesQuery(session)
    await client.invalidateQueries({ queryKey })
    const attributes = await client.query(attributesQuery(session))
    return attributes[contact] === address && attributes[`${contact}_verified`] === 'true'
  }

  const isProposed = address !== current
  const proposedLabel = current === '' ? 'account.cancel' : 'profile.giveUp'
  const dismissLabel = isProposed ? proposedLabel : 'profile.later'
  return (
    <div className="pending">
      <Alert tone="note" title={t('profile.pending', { address })}>
        {isProposed && current !== ''
          ? t('profile.pendingOld', { address: current })
          : t('profile.pendingNew')}
      </Alert>
      <Form form={form}>
        <CodeField
          name={field}
          label={t('code.label')}
          length={6}
          focused={focused}
          submitsItself
        />
        <Button type="submit" look="secondary" pending={form.pending}>
          {t('profile.confirm')}
        </Button>
      </Form>
      <div className="stack-tight small">
        <ResendButton
          name={`verify.${session.userId}.${contact}`}
          resend={async () => {
            const { CodeDeliveryDetails } = await session.callCognito(
              'GetUserAttributeVerificationCode',
              {
                AttributeName: contact,
              },
            )
            return deliveryOf(CodeDeliveryDetails)
          }}
          explain={(error) => authErrorText(error, t).message}
        />
        <p className="page-foot">
          {isProposed && (
            <button className="link-button" type="button" onClick={onChangeAddress}>
              {t('profile.correct')}
            </button>
          )}
          <button className="link-button" type="button" onClick={onDone}>
            {t(dismissLabel)}
          </button>
        </p>
      </div>
    </div>
  )
}

function deliveryOf(details?: {
  Destination?: string | undefined
  DeliveryMedium?: string | undefined
}) {
  const { Destination: destination, DeliveryMedium: medium } = details ?? {}
  if (destination === undefined || (medium !== 'EMAIL' && medium !== 'SMS')) return undefined
  return { destination, medium } as const
}
