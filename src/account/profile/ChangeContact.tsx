import { useQueryClient } from '@tanstack/react-query'
import { attributesQuery } from '#account/attributesQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useWithRecentSignIn } from '#auth/recentSignIn.ts'
import { attributeFault } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { AttributeField } from '#ui/AttributeField.tsx'
import { attributeProblems, readAttributes } from '#ui/attributeInput.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { useForm, type Read } from '#ui/useForm.ts'
import type { Contact } from './profileNames.ts'

interface ChangeContactProps {
  contact: Contact
  /** The current address; empty if there is none. */
  current: string
  /** The new address, if a code was sent to it already. */
  proposed: string | undefined
  open: boolean
  onClose: () => void
  /** Called with the address that Cognito sent a code to; undefined if no code is needed. */
  onSent: (address: string | undefined) => void
}

/** Asks for a new email address or phone number. The pool decides whether a code must confirm it first. */
export function ChangeContact(props: ChangeContactProps) {
  const { contact, current, open, onClose } = props
  const t = useTranslate()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(current === '' ? `profile.add.${contact}` : `profile.change.${contact}`)}
    >
      <ContactForm {...props} />
    </Dialog>
  )
}

function ContactForm({ contact, current, proposed, onClose, onSent }: ChangeContactProps) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const withRecentSignIn = useWithRecentSignIn()
  const readAddress = (read: Read) => readAttributes([contact], read)[contact] ?? ''
  const form = useForm({
    check(read) {
      // Cognito would mark it as unverified again.
      if (readAddress(read) === current && current !== '') {
        return [{ field: contact, message: t('profile.inUse') }]
      }
      return attributeProblems([contact], read, (name, fault) => attributeFault(name, fault, t))
    },
    async submit(read) {
      const address = readAddress(read)
      const { CodeDeliveryDetailsList = [] } = await withRecentSignIn(() =>
        session.callCognito('UpdateUserAttributes', {
          UserAttributes: [{ Name: contact, Value: address }],
        }),
      )
      const isSent = CodeDeliveryDetailsList.some(({ AttributeName }) => AttributeName === contact)
      await client.invalidateQueries(attributesQuery(session))
      onClose()
      onSent(isSent ? address : undefined)
      if (!isSent) toast(t('profile.saved'))
    },
    explain: (error) => authErrorText(error, t, { aliasTaken: contact, invalidInput: contact }),
  })
  return (
    <>
      {current !== '' && <p>{t('profile.changeLead', { address: current })}</p>}
      <Form form={form}>
        <AttributeField
          name={contact}
          label={t(`profile.new.${contact}`)}
          defaultValue={proposed ?? ''}
        />
        <Button type="submit" pending={form.pending}>
          {t('profile.sendCode')}
        </Button>
      </Form>
    </>
  )
}
