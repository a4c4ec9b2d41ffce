import { useState } from 'react'
import { PasswordChecklist } from './PasswordChecklist.tsx'
import { PasswordField } from './PasswordField.tsx'
import type { PasswordPolicy } from './passwordRules.ts'

interface NewPasswordFieldProps {
  name: string
  label: string
  policy: PasswordPolicy
}

/** A password that is being chosen, with the pool's policy beside it. */
export function NewPasswordField({ name, label, policy }: NewPasswordFieldProps) {
  const [password, setPassword] = useState('')
  const checklist = `${name}-checklist`
  return (
    <div className="stack-tight">
      <PasswordField
        {...{ name, label }}
        autoComplete="new-password"
        describedBy={checklist}
        onValue={setPassword}
      />
      <PasswordChecklist id={checklist} {...{ password, policy }} />
    </div>
  )
}
