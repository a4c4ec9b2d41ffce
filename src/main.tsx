import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorPage } from '#app/ErrorPage.tsx'
import { keep, kept } from '#app/keep.ts'
import { Portal } from '#app/Portal.tsx'
import { createAuth } from '#auth/createAuth.ts'
import { spawnVault } from '#auth/spawnVault.ts'
import { recallTab, rememberTab } from '#auth/tabMemory.ts'
import { ConfigError, loadConfig } from '#config/loadConfig.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { loadText } from '#i18n/loadText.ts'
import { createText, loadPages } from '#i18n/text.ts'

/** Config, vault, auth, page: wired here, once. */
async function open(): Promise<ReactNode> {
  if (!window.isSecureContext) {
    throw new ConfigError([{ field: '', fault: 'noHttps' }])
  }
  const config = await loadConfig('/portal.config.json')
  const auth = createAuth(spawnVault(), {
    config,
    tab: recallTab(),
    remember: rememberTab,
  })
  // While the vault starts.
  const [words] = await Promise.all([openWords(config), dress(config)])
  return <Portal config={config} auth={auth} words={words} />
}

/** The language the person wants: of the address, of an earlier choice, of the browser. */
async function openWords({ portal, words }: PortalConfig) {
  const asked = new URLSearchParams(window.location.search).get('lang')
  const locale = chooseLocale([asked, kept('language'), ...navigator.languages], portal.languages)
  // Whoever came by a link in their language is not to lose it with the next reload.
  if (asked !== null) keep('language', locale)
  try {
    return { locale, text: await loadText(locale, words) }
  } catch (error) {
    // A language that does not load is no reason to keep anybody out.
    reportError(error)
    return { locale: 'en' as const, text: createText('en', {}) }
  }
}

/** Puts on the operator's colours before anything is seen. */
async function dress({ brand }: PortalConfig): Promise<void> {
  if (Object.keys(brand).length === 0) return
  // Meanwhile: React shows it as soon as it is there, and looks for it only then.
  if (brand.logo) void import('#app/Logo.tsx')
  const { applyBrand } = await import('#brand/applyBrand.ts')
  applyBrand(brand)
}

/** What stands in for the portal when it cannot be opened at all. */
async function explain(error: unknown): Promise<ReactNode> {
  if (!(error instanceof ConfigError)) {
    reportError(error)
    return <ErrorPage error={error} onRetry={() => window.location.reload()} />
  }
  try {
    await loadPages()
    const { ConfigErrorPage } = await import('#app/ConfigErrorPage.tsx')
    return <ConfigErrorPage error={error} />
  } catch {
    // The server is out of reach altogether, for that page as for the config.
    return <ErrorPage error={error} onRetry={() => window.location.reload()} />
  }
}

async function main(): Promise<void> {
  // `public/theme.js` has told the person that this browser is too old.
  if ('tooOld' in document.documentElement.dataset) return
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  const page = await open().catch(explain)
  createRoot(element).render(<StrictMode>{page}</StrictMode>)
}

// Not awaited: late pages import from this module, and would wait for it for ever.
void main()
