import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorPage } from '#app/pages/ErrorPage.tsx'
import { savePreference, readPreference } from '#app/preferences.ts'
import { Portal } from '#app/Portal.tsx'
import { createAuth } from '#auth/createAuth.ts'
import { createDebugLog } from '#auth/debugLog.ts'
import { spawnVault } from '#auth/spawnVault.ts'
import { restoreTabMemory, saveTabMemory } from '#auth/tabMemory.ts'
import { ConfigError, loadConfig } from '#config/loadConfig.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { loadTranslate } from '#i18n/loadTranslate.ts'
import { createTranslate, loadPageMessages } from '#i18n/translate.ts'

/** Config, vault, auth, page: wired here, once. */
async function open(): Promise<ReactNode> {
  if (!window.isSecureContext) {
    throw new ConfigError([{ field: '', fault: 'noHttps' }])
  }
  const config = await loadConfig('/portal.config.json')
  const auth = createAuth(spawnVault(), {
    config,
    tab: restoreTabMemory(),
    remember: saveTabMemory,
    debugLog: createDebugLog(),
  })
  // While the vault starts.
  const [language] = await Promise.all([openMessages(config), applyBranding(config)])
  return <Portal config={config} auth={auth} language={language} />
}

/** The language the person wants: of the address, of an earlier choice, of the browser. */
async function openMessages({ portal, messages }: PortalConfig) {
  const asked = new URLSearchParams(window.location.search).get('lang')
  const locale = chooseLocale(
    [asked, readPreference('language'), ...navigator.languages],
    portal.languages,
  )
  // Whoever came by a link in their language is not to lose it with the next reload.
  if (asked !== null) savePreference('language', locale)
  try {
    return { locale, t: await loadTranslate(locale, messages) }
  } catch (error) {
    // A language that does not load is no reason to keep anybody out.
    reportError(error)
    return { locale: 'en' as const, t: createTranslate('en', {}) }
  }
}

/** Puts on the operator's colours before anything is seen. */
async function applyBranding({ brand }: PortalConfig): Promise<void> {
  if (Object.keys(brand).length === 0) return
  // Meanwhile: React shows it as soon as it is there, and looks for it only then.
  if (brand.logo) void import('#app/layouts/Logo.tsx')
  const { applyBranding } = await import('#brand/applyBranding.ts')
  applyBranding(brand)
}

/** What stands in for the portal when it cannot be opened at all. */
async function errorPageFor(error: unknown): Promise<ReactNode> {
  if (!(error instanceof ConfigError)) {
    reportError(error)
    return <ErrorPage error={error} onRetry={() => window.location.reload()} />
  }
  try {
    await loadPageMessages()
    const { ConfigErrorPage } = await import('#app/pages/ConfigErrorPage.tsx')
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
  const page = await open().catch(errorPageFor)
  createRoot(element).render(<StrictMode>{page}</StrictMode>)
}

// Not awaited: late pages import from this module, and would wait for it for ever.
void main()
