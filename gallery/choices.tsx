import { useState } from 'react'
import { AttributeField } from '#ui/AttributeField.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Field } from '#ui/Field.tsx'
import { Form } from '#ui/Form.tsx'
import { Switch } from '#ui/Switch.tsx'
import { useForm } from '#ui/useForm.ts'
import { Invalid, Sample, type Entry } from './Sample.tsx'
import { longText } from './longText.ts'

/** Delays its change, as a server would. */
function SlowSwitch() {
  const [on, setOn] = useState(true)
  const [pending, setPending] = useState(false)

  function change(wanted: boolean) {
    setPending(true)
    setTimeout(() => {
      setOn(wanted)
      setPending(false)
    }, 1500)
  }

  return (
    <Switch
      name="switch-slow"
      label="Ask for a code at each sign-in"
      hint="Takes a moment to change."
      checked={on}
      onChange={change}
      pending={pending}
    />
  )
}

function Letter({ name, fails }: { name: string; fails: boolean }) {
  const from = `${name}-from`
  const to = `${name}-to`
  const form = useForm({
    check: (read) => [
      read(from) === '' && { field: from, message: 'Enter who it is from.' },
      read(to) === '' && { field: to, message: 'Enter who it is for.' },
    ],
    submit: () =>
      fails ? Promise.reject(new Error('closed')) : new Promise<void>(() => undefined),
    explain: () => ({ message: 'The letter could not be sent. Try again later.' }),
  })
  return (
    <Form form={form} summary>
      <Field name={from} label="From" hint="Leave both empty to see the summary." />
      <Field name={to} label="To" />
      <Button type="submit" pending={form.pending}>
        {fails ? 'Send, and fail' : 'Send, and wait'}
      </Button>
    </Form>
  )
}

export const choices: Entry[] = [
  {
    name: 'Checkbox',
    samples: () => (
      <>
        <Sample title="Off, and on">
          <Checkbox name="checkbox-off" label="Keep me signed in" />
          <Checkbox name="checkbox-on" label="Trust this device" defaultChecked />
        </Sample>
        <Sample title="With a hint">
          <Checkbox
            name="checkbox-hint"
            label="Keep me signed in"
            hint="Not on a computer that others use."
            defaultChecked
          />
        </Sample>
        <Sample title="Invalid">
          <Invalid fields={{ 'checkbox-invalid': 'Accept the terms to go on.' }}>
            <Checkbox name="checkbox-invalid" label="I accept the terms of use" />
          </Invalid>
        </Sample>
        <Sample title="Long text">
          <Checkbox name="checkbox-long" label={longText} hint={longText} />
        </Sample>
      </>
    ),
  },
  {
    name: 'Switch',
    samples: () => (
      <>
        <Sample title="Off, and on">
          <Switch name="switch-off" label="News by e-mail" />
          <Switch name="switch-on" label="Messages about my account" defaultChecked />
        </Sample>
        <Sample title="With a hint; pending after a press">
          <SlowSwitch />
        </Sample>
        <Sample title="Pending">
          <Switch name="switch-pending-off" label="Going on" pending />
          <Switch name="switch-pending-on" label="Going off" defaultChecked pending />
        </Sample>
        <Sample title="Long text">
          <Switch name="switch-long" label={longText} hint={longText} />
        </Sample>
      </>
    ),
  },
  {
    name: 'AttributeField',
    samples: () => (
      <>
        <Sample title="A known attribute">
          <AttributeField name="birthdate" label="Birthday" />
        </Sample>
        <Sample title="One that the device suggests">
          <AttributeField name="zoneinfo" />
        </Sample>
        <Sample title="A custom attribute">
          <AttributeField name="custom:team" label="Team" />
        </Sample>
      </>
    ),
  },
  {
    name: 'Form',
    samples: () => (
      <>
        <Sample title="Stays pending">
          <Letter name="form-waits" fails={false} />
        </Sample>
        <Sample title="Fails as a whole">
          <Letter name="form-fails" fails />
        </Sample>
      </>
    ),
  },
]
