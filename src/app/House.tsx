import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router-dom'
import { SignOutButton } from '#account/SignOutButton.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/useText.ts'
import { paths } from '#paths.ts'
import { LiveRegion } from '#ui/LiveRegion.tsx'
import { SkipLink } from '#ui/SkipLink.tsx'
import { BrandMark } from './BrandMark.tsx'
import '#ui/global.css'
import './doorway.css'
import './house.css'

interface HouseProps {
  /** Where this person may go. */
  items: { to: string; label: string }[]
  children: ReactNode
}

/** What stands around every page for somebody who is signed in. */
export function House({ items, children }: HouseProps) {
  const text = useText()
  const { portal } = useConfig()
  const session = useSession()
  return (
    <LiveRegion>
      <div className="house">
        <SkipLink>{text('shell.skip')}</SkipLink>
        <header className="house-header">
          <Link className="brand" to={paths.account}>
            <BrandMark />
            {portal.name}
          </Link>
          <nav className="house-nav" aria-label={text('shell.nav')}>
            <ul className="plain-list">
              {items.map(({ to, label }) => (
                <li key={to}>
                  <NavLink to={to}>{label}</NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <p className="house-who">{session.email ?? session.username}</p>
          <SignOutButton />
        </header>
        <main className="house-main" id="main" tabIndex={-1}>
          {children}
        </main>
        {portal.supportUrl !== undefined && (
          <footer className="doorway-footer house-footer">
            <a href={portal.supportUrl}>{text('shell.support')}</a>
          </footer>
        )}
      </div>
    </LiveRegion>
  )
}
