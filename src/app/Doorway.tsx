import type { ReactNode } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/useText.ts'
import { LiveRegion } from '#ui/LiveRegion.tsx'
import { SkipLink } from '#ui/SkipLink.tsx'
import { Arches } from './Arches.tsx'
import { BrandMark } from './BrandMark.tsx'
import '#ui/global.css'
import './doorway.css'

/** What stands around every page before somebody is signed in. */
export function Doorway({ children }: { children: ReactNode }) {
  const text = useText()
  const { portal } = useConfig()
  return (
    <LiveRegion>
      <div className="doorway">
        <SkipLink>{text('shell.skip')}</SkipLink>
        <div className="doorway-picture">
          <Arches />
        </div>
        <div className="doorway-column">
          <header className="brand">
            <BrandMark />
            {portal.name}
          </header>
          <main className="doorway-main" id="main" tabIndex={-1}>
            {children}
          </main>
          <footer className="doorway-footer">
            {portal.supportUrl !== undefined && (
              <a href={portal.supportUrl}>{text('shell.support')}</a>
            )}
          </footer>
        </div>
      </div>
    </LiveRegion>
  )
}
