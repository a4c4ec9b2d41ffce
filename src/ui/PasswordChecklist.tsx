import { useEffect } from 'react'
import { formatList } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import {
  checkPassword,
  unmetRules,
  type PasswordPolicy,
  type PasswordRule,
} from './passwordRules.ts'

interface PasswordChecklistProps {
  id: string
  password: string
  policy: PasswordPolicy
}

/** The rules of the pool's password policy, ticked off while the password is typed. */
export function PasswordChecklist({ id, password, policy }: PasswordChecklistProps) {
  const t = useTranslate()
  const announce = useAnnounce()
  const unmet = unmetRules(password, policy)
  const ruleText = (rule: PasswordRule) =>
    rule === 'length'
      ? t('password.length', { count: policy.minimumLength })
      : t(`password.${rule}`)
  const summary =
    unmet.length === 0
      ? t('password.allMet')
      : t('password.needed', { rules: formatList(t, unmet.map(ruleText)) })

  // Announced when typing pauses, and only when it has changed.
  const started = password !== ''
  useEffect(() => {
    if (!started) return
    const timer = setTimeout(() => announce(summary), 1000)
    return () => clearTimeout(timer)
  }, [started, summary, announce])

  return (
    <div className="checklist" id={id}>
      <p className="checklist-title">{t('password.rules')}</p>
      <ul className="plain-list">
        {checkPassword(password, policy).map(({ rule, met }) => (
          <li className={met ? 'rule rule-met' : 'rule'} key={rule}>
            <Icon name={met ? 'check' : 'ring'} />
            <span>
              {/* For screen readers, which do not see the icon. */}
              <span className="visually-hidden">
                {met ? t('password.met') : t('password.unmet')}{' '}
              </span>
              {ruleText(rule)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
