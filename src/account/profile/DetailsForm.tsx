import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { attributesQuery } from '#account/attributesQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import type { Session } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { useForm } from '#ui/useForm.ts'
import { AttributeControl } from './AttributeControl.tsx'
import { profileChanges, profileProblems, type ProfileChanges } from './profileChanges.ts'
import { updateProblem } from './updateProblem.ts'

interface DetailsFormProps {
  names: string[]
  attributes: Record<string, string>
  onClose: () => void
}

/** Form for the attributes that the user may change. Sends only the changed ones. */
export function DetailsForm({ names, attributes, onClose }: DetailsFormProps) {
  const t = useTranslate()
  const config = useConfig()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  /** Names of the attributes in the last request. */
  const sentNames = useRef<string[]>([])
  const container = useRef<HTMLDivElement>(null)

  // The edit button is removed: the first field takes the focus.
  useEffect(
    () => container.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(),
    [],
  )

  const form = useForm({
    check: (read) => profileProblems(names, read, { config, t }),
    async submit(read) {
      const changes = profileChanges(names, attributes, { read, config, t })
      sentNames.current = [...Object.keys(changes.update), ...changes.remove]
      try {
        await updateAttributes(session, changes)
      } finally {
        // The first of two requests may have succeeded.
        await client.invalidateQueries(attributesQuery(session))
      }
      onClose()
      toast(t('profile.saved'))
    },
    explain: (error) => updateProblem(error, names, { sent: sentNames.current, t }),
  })
  return (
    <div ref={container}>
      <Form form={form} summary>
        {names.map((name) => (
          <AttributeControl name={name} value={attributes[name] ?? ''} key={name} />
        ))}
        <div className="form-actions">
          <Button type="submit" pending={form.pending}>
            {t('profile.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('account.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

/** Sends changed and emptied attributes; no request if there are none. */
async function updateAttributes(
  session: Session,
  { update, remove }: ProfileChanges,
): Promise<void> {
  const UserAttributes = Object.entries(update).map(([Name, Value]) => ({ Name, Value }))
  if (UserAttributes.length > 0)
    await session.callCognito('UpdateUserAttributes', { UserAttributes })
  if (remove.length > 0) {
    await session.callCognito('DeleteUserAttributes', { UserAttributeNames: remove })
  }
}
