import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorPage } from '#app/pages/ErrorPage.tsx'
import { savePreference, readPreference } from '#app/preferences.ts'
import { App } from '#app/App.tsx'
import { createAuth } from '#auth/createAuth.ts'
import { createDebugLog } from '#auth/debugLog.ts'
import { spawnVault } from '#auth/spawnVault.ts'
import { restoreTabMemory, saveTabMemory } from '#auth/tabMemory.ts'
import { ConfigError, loadConfig } from '#config/loadConfig.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { loadTranslate } from '#i18n/loadTranslate.ts'
import { createTranslate } from '#i18n/translate.ts'

/** Loads the config, starts the vault, and creates the app. */
async function createApp(): Promise<ReactNode> {
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
  // Runs while the vault starts.
  const [language] = await Promise.all([loadLanguage(config), loadBranding(config)])
  return <App config={config} auth={auth} language={language} />
}

/** Loads the user's language: of `?lang=`, an earlier choice or the browser. */
async function loadLanguage({ portal, messages }: PortalConfig) {
  const requested = new URLSearchParams(window.location.search).get('lang')
  const locale = chooseLocale(
    [requested, readPreference('language'), ...navigator.languages],
    portal.languages,
  )
  // Stored, because later addresses do not have `?lang=`.
  if (requested !== null) savePreference('language', locale)
  try {
    return { locale, t: await loadTranslate(locale, messages) }
  } catch (error) {
    // Falls back to English, which needs no request.
    reportError(error)
    return { locale: 'en' as const, t: createTranslate('en', {}) }
  }
}

/** Applies the operator's colours before the first paint. */
async function loadBranding({ brand }: PortalConfig): Promise<void> {
  if (Object.keys(brand).length === 0) return
  // Fetched in parallel, so that the logo does not wait for the colours.
  if (brand.logo) void import('#app/layouts/Logo.tsx')
  const { applyBranding } = await import('#brand/applyBranding.ts')
  applyBranding(brand)
}

/** Error page for an app that cannot start. */
async function errorPageFor(error: unknown): Promise<ReactNode> {
  if (!(error instanceof ConfigError)) {
    reportError(error)
    return <ErrorPage error={error} onRetry={() => window.location.reload()} />
  }
  try {
    const { ConfigErrorPage } = await import('#app/pages/ConfigErrorPage.tsx')
    return <ConfigErrorPage error={error} />
  } catch {
    // Its chunk could not be loaded either.
    return <ErrorPage error={error} onRetry={() => window.location.reload()} />
  }
}

async function main(): Promise<void> {
  // `public/theme.js` shows a message already: this browser is too old.
  if ('tooOld' in document.documentElement.dataset) return
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  const page = await createApp().catch(errorPageFor)
  createRoot(element).render(<StrictMode>{page}</StrictMode>)
}

// Not awaited: lazy chunks import from this module, and a top-level await would make them wait for each other.
void main()
