import { useQueryClient } from '@tanstack/react-query'
import { attributesQuery } from '#account/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault, resendText } from '#i18n/codeText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
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
  /** Where the code went. */
  address: string
  /** What is in use meanwhile; the same where the pool takes an address before it is verified. */
  current: string
  /** Whether the code is what the person does next. */
  focused: boolean
  onCorrect: () => void
  /** Verified, or given up. */
  onSettled: () => void
}

/** What is pending: the code of an address that somebody has given. */
export function PendingContact(props: PendingContactProps) {
  const { contact, address, current, focused, onCorrect, onSettled } = props
  const text = useText()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm({
    check: (read) => {
      const message = codeFault(text, read(`${contact}-code`))
      return [message !== undefined && { field: `${contact}-code`, message }]
    },
    async submit(read) {
      const Code = read(`${contact}-code`)
      await session.act('VerifyUserAttribute', { AttributeName: contact, Code })
      onSettled()
      toast(text('profile.verified', { address }))
      // The name in the navigation comes from the tokens.
      await Promise.all([
        client.invalidateQueries(attributesQuery(session)),
        session.own('renew', {}),
      ])
    },
    explain: (error) =>
      authErrorText(error, text, {
        codeMismatch: `${contact}-code`,
        codeExpired: `${contact}-code`,
      }),
  })
  const isHeldBack = address !== current
  const later = current === '' ? 'profile.cancel' : 'profile.giveUp'
  const giveUp = isHeldBack ? later : 'profile.later'
  return (
    <div className="pending">
      <Alert tone="note" title={text('profile.pending', { address })}>
        {isHeldBack && current !== ''
          ? text('profile.pendingOld', { address: current })
          : text('profile.pendingNew')}
      </Alert>
      <Form form={form} working={text('form.working')}>
        <CodeField
          name={`${contact}-code`}
          label={text('code.label')}
          length={6}
          focused={focused}
          submitsItself
        />
        <Button type="submit" look="secondary" pending={form.pending}>
          {text('profile.confirm')}
        </Button>
      </Form>
      <div className="stack-tight small">
        <ResendButton
          name={`verify.${session.userId}.${contact}`}
          words={resendText(text)}
          resend={async () => {
            const { CodeDeliveryDetails } = await session.act('GetUserAttributeVerificationCode', {
              AttributeName: contact,
            })
            return deliveryOf(CodeDeliveryDetails)
          }}
          explain={(error) => authErrorText(error, text).message}
        />
        <p className="page-foot">
          {isHeldBack && (
            <button className="link-button" type="button" onClick={onCorrect}>
              {text('profile.correct')}
            </button>
          )}
          <button className="link-button" type="button" onClick={onSettled}>
            {text(giveUp)}
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
