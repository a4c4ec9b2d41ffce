import type { MouseEvent, ReactNode } from 'react'

interface ButtonProps {
  type?: 'button' | 'submit'
  look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** Shown before the label. */
  icon?: ReactNode
  /** As wide as its container. */
  full?: boolean
  /** Shows a spinner and ignores clicks; the label and the focus stay. */
  pending?: boolean
  onClick?: () => void
  children: ReactNode
}

export function Button({
  type = 'button',
  look = 'primary',
  icon,
  full = false,
  pending = false,
  onClick,
  children,
}: ButtonProps) {
  function press(event: MouseEvent) {
    if (pending) event.preventDefault()
    else onClick?.()
  }

  return (
    <button
      className={`button button-${look}${full ? ' button-full' : ''}`}
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={press}
    >
      {icon}
      {children}
      {pending && <span className="spinner" />}
    </button>
  )
}
