import type { ReactNode } from 'react'
import { Heading } from '#ui/Heading.tsx'
import { BrandMark } from './BrandMark.tsx'
import '#ui/global.css'
import './shell.css'
import './authLayout.css'

interface ErrorLayoutProps {
  title: string
  lead: string
  children: ReactNode
}

/** Layout of error pages. Needs no router, config or session, any of which may have failed. */
export function ErrorLayout({ title, lead, children }: ErrorLayoutProps) {
  return (
    <div className="auth-layout">
      <div className="auth-column">
        <header className="brand">
          <BrandMark />
        </header>
        <main className="auth-main" id="main" tabIndex={-1}>
          <div className="page">
            <Heading lead={lead}>{title}</Heading>
            {children}
          </div>
        </main>
      </div>
    </div>
  )
}
