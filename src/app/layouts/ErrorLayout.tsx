import { PageInFrame, type LayoutProps } from '#app/pages/MissingPage.tsx'
import { BrandMark } from './BrandMark.tsx'
import '#ui/global.css'
import './shell.css'
import './authLayout.css'

/** Layout of error pages. Needs no router, config or session, any of which may have failed. */
export function ErrorLayout({ title, lead, children }: LayoutProps) {
  return (
    <div className="auth-layout">
      <div className="auth-column">
        <header className="brand">
          <BrandMark />
        </header>
        <main className="auth-main" id="main" tabIndex={-1}>
          <PageInFrame title={title} lead={lead}>
            {children}
          </PageInFrame>
        </main>
      </div>
    </div>
  )
}
