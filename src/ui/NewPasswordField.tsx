import { useState, type ComponentProps } from 'react'
import { PasswordChecklist, type ChecklistWords } from './PasswordChecklist.tsx'
import { PasswordField } from './PasswordField.tsx'
import type { PasswordPolicy } from './passwordRules.ts'

interface NewPasswordFieldProps {
  name: string
  label: string
  policy: PasswordPolicy
  words: ComponentProps<typeof PasswordField>['words'] & ChecklistWords
}

/** A password that is being chosen, with the pool's policy beside it. */
export function NewPasswordField({ name, label, policy, words }: NewPasswordFieldProps) {
  const [password, setPassword] = useState('')
  const checklist = `${name}-checklist`
  return (
    <div className="stack-tight">
      <PasswordField
        {...{ name, label, words }}
        autoComplete="new-password"
        describedBy={checklist}
        onValue={setPassword}
      />
      <PasswordChecklist id={checklist} {...{ password, policy, words }} />
    </div>
  )
}
