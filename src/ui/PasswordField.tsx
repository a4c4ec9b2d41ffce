import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { useField } from './useField.ts'

interface PasswordFieldProps {
  name: string
  label: string
  autoComplete: 'current-password' | 'new-password'
  aside?: ReactNode
  /** Id of another element that describes the field, such as the checklist. */
  describedBy?: string
  onValue?: (password: string) => void
}

export function PasswordField(props: PasswordFieldProps) {
  const { name, label, autoComplete, aside, describedBy, onValue } = props
  const t = useTranslate()
  const [visible, setVisible] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const announce = useAnnounce()
  const { error, control } = useField(name, describedBy === undefined ? {} : { more: describedBy })

  // Masked again on submit, for privacy, and because browsers offer to save only `password` inputs.
  useEffect(() => {
    const form = input.current?.form
    const mask = () => setVisible(false)
    form?.addEventListener('submit', mask)
    return () => form?.removeEventListener('submit', mask)
  }, [])

  function toggle() {
    setVisible(!visible)
    announce(visible ? t('password.hidden') : t('password.shown'))
  }

  function watchCapsLock(event: KeyboardEvent) {
    const on = event.getModifierState('CapsLock')
    if (on && !capsLock) announce(t('password.capsLock'))
    setCapsLock(on)
  }

  return (
    <FieldFrame {...{ name, label, error, aside }}>
      <input
        {...control}
        ref={input}
        className="input input-password"
        type={visible ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => onValue?.(event.target.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onBlur={() => setCapsLock(false)}
      />
      <button
        className="input-button"
        type="button"
        aria-controls={name}
        aria-label={visible ? t('password.hide') : t('password.show')}
        onClick={toggle}
      >
        <Icon name={visible ? 'eyeOff' : 'eye'} />
      </button>
      {capsLock && (
        <p className="field-note">
          <Icon name="capsLock" />
          {t('password.capsLock')}
        </p>
      )}
    </FieldFrame>
  )
}
