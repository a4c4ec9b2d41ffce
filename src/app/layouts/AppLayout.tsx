import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router-dom'
import { SignOutButton } from '#account/SignOutButton.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { BreakableName } from '#ui/BreakableName.tsx'
import { LiveRegion } from '#ui/LiveRegion.tsx'
import { SkipLink } from '#ui/SkipLink.tsx'
import { idlePart } from '#app/idlePart.ts'
import { Brand } from './Brand.tsx'
import { Footer } from './Footer.tsx'
import '#ui/global.css'
import './shell.css'
import './appLayout.css'

const OfflineBanner = idlePart(() =>
  import('./OfflineBanner.tsx').then((module) => module.OfflineBanner),
)

interface AppLayoutProps {
  /** Entries of the menu. `preload` fetches the page, when its entry is likely to be pressed. */
  items: { to: string; label: string; preload: (() => void) | undefined }[]
  children: ReactNode
}

/** Layout of the pages of signed-in users. On a phone the navigation is behind a menu button. */
export function AppLayout({ items, children }: AppLayoutProps) {
  const t = useTranslate()
  const session = useSession()
  const { key } = useLocation()
  // The location at which the menu is open: going to another page closes it.
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === key
  // The entry that was pressed at this location: marked at once, while its page is drawn in a transition.
  const [pressed, setPressed] = useState<{ to: string; at: string }>()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useId()

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return
    setOpenAt(undefined)
    button.current?.focus()
  }

  return (
    <LiveRegion>
      <div className="app-layout">
        <SkipLink>{t('shell.skip')}</SkipLink>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- handles Escape that bubbles up from its controls */}
        <header className="app-header" onKeyDown={closeOnEscape}>
          <Link className="brand" to={paths.account}>
            <Brand />
          </Link>
          <button
            className="button button-quiet app-menu"
            type="button"
            aria-expanded={open}
            aria-controls={menu}
            ref={button}
            onClick={() => setOpenAt(open ? undefined : key)}
          >
            {t('shell.menu')}
          </button>
          <div className="app-side" id={menu} data-open={open || undefined}>
            <nav className="app-nav" aria-label={t('shell.nav')}>
              <ul className="plain-list">
                {items.map(({ to, label, preload }) => (
                  <li key={to}>
                    <NavLink
                      to={to}
                      end
                      data-pressed={(pressed?.to === to && pressed.at === key) || undefined}
                      onPointerEnter={preload}
                      onFocus={preload}
                      onClick={() => setPressed({ to, at: key })}
                    >
                      {label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
            <div className="app-account">
              <p className="app-user">
                <BreakableName name={session.email ?? session.username} />
              </p>
              <SignOutButton />
            </div>
          </div>
        </header>
        <main className="app-main" id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer />
        <OfflineBanner />
      </div>
    </LiveRegion>
  )
}
