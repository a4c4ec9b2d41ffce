import type { MouseEvent, ReactNode } from 'react'

interface ButtonProps {
  type?: 'button' | 'submit'
  look?: 'primary' | 'secondary' | 'quiet'
  /** Keeps its label and the focus, shows that something is under way, and takes no second press. */
  pending?: boolean
  onClick?: () => void
  children: ReactNode
}

export function Button({
  type = 'button',
  look = 'primary',
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
      className={`button button-${look}`}
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={press}
    >
      {children}
      {pending && <span className="spinner" />}
    </button>
  )
}
