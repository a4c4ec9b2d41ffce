import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { attributesQuery } from '#account/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
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
  const text = useText()
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
    check: (read) => profileProblems(names, read, { config, text }),
    async submit(read) {
      const changes = changesIn(names, attributes, { read, config, text })
      sent.current = [...Object.keys(changes.update), ...changes.remove]
      try {
        await updateAttributes(session, changes)
      } finally {
        // Half of it may have been taken.
        await client.invalidateQueries(attributesQuery(session))
      }
      onClose()
      toast(text('profile.saved'))
    },
    explain: (error) => refusal(error, names, { sent: sent.current, text }),
  })
  return (
    <div ref={around}>
      <Form form={form} summary={text('form.problem')} working={text('form.working')}>
        {names.map((name) => (
          <AttributeControl name={name} value={attributes[name] ?? ''} key={name} />
        ))}
        <div className="form-actions">
          <Button type="submit" pending={form.pending}>
            {text('profile.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {text('profile.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
