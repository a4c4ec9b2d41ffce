import type { ReactNode } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { LiveRegion } from '#ui/LiveRegion.tsx'
import { SkipLink } from '#ui/SkipLink.tsx'
import { Brand } from './Brand.tsx'
import { Foot } from './Foot.tsx'
import '#ui/global.css'
import './shell.css'
import './doorway.css'

/** What stands around every page before somebody is signed in. */
export function Doorway({ onInput, children }: { onInput: () => void; children: ReactNode }) {
  const text = useText()
  const { background } = useConfig().brand
  return (
    <LiveRegion dismiss={text('shell.dismiss')}>
      <div className="doorway doorway-pictured">
        <SkipLink>{text('shell.skip')}</SkipLink>
        <div className="doorway-picture">
          {background === undefined ? <div className="arches" /> : <img src={background} alt="" />}
        </div>
        <div className="doorway-column">
          <header className="brand">
            <Brand />
          </header>
          <main className="doorway-main" id="main" tabIndex={-1} onInput={onInput}>
            {children}
          </main>
          <Foot />
        </div>
      </div>
    </LiveRegion>
  )
}
