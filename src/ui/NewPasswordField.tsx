import { useState } from 'react'
import { PasswordChecklist } from './PasswordChecklist.tsx'
import { PasswordField } from './PasswordField.tsx'
import type { PasswordPolicy } from './passwordRules.ts'

interface NewPasswordFieldProps {
  name: string
  label: string
  policy: PasswordPolicy
}

/** A field for a new password, with a checklist of the pool's password policy. */
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
