import type { ReactNode } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { LiveRegion } from '#ui/LiveRegion.tsx'
import { SkipLink } from '#ui/SkipLink.tsx'
import { Brand } from './Brand.tsx'
import { Footer } from './Footer.tsx'
import '#ui/global.css'
import './shell.css'
import './authLayout.css'

interface AuthLayoutProps {
  /** Called when the focus enters the page's content. */
  onFocus: () => void
  children: ReactNode
}

/** Layout of the pages before a user is signed in. */
export function AuthLayout({ onFocus, children }: AuthLayoutProps) {
  const t = useTranslate()
  const { background } = useConfig().brand
  return (
    <LiveRegion>
      <div className="auth-layout auth-pictured">
        <SkipLink>{t('shell.skip')}</SkipLink>
        <div className="auth-picture">
          {background === undefined ? <div className="arches" /> : <img src={background} alt="" />}
        </div>
        <div className="auth-column">
          <header className="brand">
            <Brand />
          </header>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- observes the focus of its fields only */}
          <main className="auth-main" id="main" tabIndex={-1} onFocus={onFocus}>
            {children}
          </main>
          <Footer />
        </div>
      </div>
    </LiveRegion>
  )
}
