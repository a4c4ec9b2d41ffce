import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { attributesQuery } from '#account/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { useForm } from '#ui/useForm.ts'
import { AttributeControl } from './AttributeControl.tsx'
import { changesIn, profileProblems } from './readProfile.ts'
import { refusal } from './refusal.ts'
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
  const sent = useRef<string[]>([])
  const around = useRef<HTMLDivElement>(null)

  // What was pressed has gone; its place is taken by the first of the fields.
  useEffect(
    () => around.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(),
    [],
  )

  const form = useForm({
    check: (read) => profileProblems(names, read, { config, t }),
    async submit(read) {
      const changes = changesIn(names, attributes, { read, config, t })
      sent.current = [...Object.keys(changes.update), ...changes.remove]
      try {
        await updateAttributes(session, changes)
      } finally {
        // Half of it may have been taken.
        await client.invalidateQueries(attributesQuery(session))
      }
      onClose()
      toast(t('profile.saved'))
    },
    explain: (error) => refusal(error, names, { sent: sent.current, t }),
  })
  return (
    <div ref={around}>
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
