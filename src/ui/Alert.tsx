import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface AlertProps {
  /** `error` is spoken at once; the others are read where they stand. */
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
