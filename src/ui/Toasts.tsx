import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Icon } from './Icon.tsx'

export interface Toast {
  id: number
  message: string
}

interface ToastsProps {
  toasts: readonly Toast[]
  close: (id: number) => void
}

const shownMs = 6000

/** Messages that disappear by themselves, but not while they are hovered or have the focus. */
export function Toasts({ toasts, close }: ToastsProps): ReactNode {
  const t = useTranslate()
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const focusedBefore = useRef<Element | null>(null)

  function enter(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget))
      focusedBefore.current = event.relatedTarget
    setFocused(true)
  }

  function leave(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
  }

  function press(id: number) {
    // The button disappears: the focus returns to the element that had it before.
    if (focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus()
    setFocused(false)
    close(id)
  }

  return (
    // A landmark, so that screen readers can find it and stay in it.
    <aside>
      <div
        className="toasts"
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
        onFocus={enter}
        onBlur={leave}
      >
        {toasts.map((toast) => (
          <ToastMessage key={toast.id} {...{ toast, close }} held={hovered || focused}>
            <button
              className="close"
              type="button"
              aria-label={t('shell.dismiss')}
              onClick={() => press(toast.id)}
            >
              <Icon name="close" />
            </button>
          </ToastMessage>
        ))}
      </div>
    </aside>
  )
}

interface ToastMessageProps {
  toast: Toast
  held: boolean
  close: (id: number) => void
  children: ReactNode
}

function ToastMessage({ toast, held, close, children }: ToastMessageProps) {
  const { id, message } = toast
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => close(id), shownMs)
    return () => clearTimeout(timer)
  }, [held, close, id])

  return (
    <div className="toast">
      <p>{message}</p>
      {children}
    </div>
  )
}
