import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { attributesQuery } from '#account/attributesQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { useForm } from '#ui/useForm.ts'
import { AttributeControl } from './AttributeControl.tsx'
import { profileChanges, profileProblems } from './profileChanges.ts'
import { updateProblem } from './updateProblem.ts'
import { updateAttributes } from './updateAttributes.ts'

interface DetailsFormProps {
  names: string[]
  attributes: Record<string, string>
  onClose: () => void
}

/** Where somebody changes what the portal knows of them. Only what differs is sent. */
export function DetailsForm({ names, attributes, onClose }: DetailsFormProps) {
  const t = useTranslate()
  const config = useConfig()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  /** The names of what was tried last. */
  const sentNames = useRef<string[]>([])
  const container = useRef<HTMLDivElement>(null)

  // What was pressed has gone; its place is taken by the first of the fields.
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
        // Half of it may have been taken.
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
