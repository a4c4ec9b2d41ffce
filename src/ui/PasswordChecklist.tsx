import { useEffect } from 'react'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import {
  checkPassword,
  unmetRules,
  type PasswordPolicy,
  type PasswordRule,
} from './passwordRules.ts'

export interface ChecklistWords {
  title: string
  /** Spoken before a rule: colour and shape alone say nothing to a screen reader. */
  met: string
  unmet: string
  allMet: string
  needed: (rules: string[]) => string
  rules: Record<PasswordRule, string>
}

interface PasswordChecklistProps {
  id: string
  password: string
  policy: PasswordPolicy
  words: ChecklistWords
}

/** The pool's policy, ticked off while the password is typed. */
export function PasswordChecklist({ id, password, policy, words }: PasswordChecklistProps) {
  const announce = useAnnounce()
  const unmet = unmetRules(password, policy)
  const summary =
    unmet.length === 0 ? words.allMet : words.needed(unmet.map((rule) => words.rules[rule]))

  // One summary when typing pauses, and only when it says something new.
  const started = password !== ''
  useEffect(() => {
    if (!started) return
    const timer = setTimeout(() => announce(summary), 1000)
    return () => clearTimeout(timer)
  }, [started, summary, announce])

  return (
    <div className="checklist" id={id}>
      <p className="checklist-title">{words.title}</p>
      <ul className="plain-list">
        {checkPassword(password, policy).map(({ rule, met }) => (
          <li className={met ? 'rule rule-met' : 'rule'} key={rule}>
            <Icon name={met ? 'check' : 'ring'} />
            <span>
              <span className="visually-hidden">{met ? words.met : words.unmet} </span>
              {words.rules[rule]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
