import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface AlertProps {
  /** A screen reader announces `error` at once, and reads the others in their place. */
  tone: 'error' | 'note' | 'success'
  title?: string
  children: ReactNode
}

const icons = { error: 'warning', note: 'info', success: 'check' } as const

export function Alert({ tone, title, children }: AlertProps) {
  return (
    <div className={`alert alert-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div className="alert-text">
        {title !== undefined && <p className="alert-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
