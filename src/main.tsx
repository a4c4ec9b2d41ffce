import { StrictMode, startTransition, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { ErrorPage } from '#app/pages/ErrorPage.tsx'
import { savePreference, readPreference } from '#app/preferences.ts'
import { App } from '#app/App.tsx'
import { keepTypedText, repeatEarlyInput } from '#app/earlyInput.ts'
import { signInFingerprint } from '#app/signInFingerprint.ts'
import { preloadAccount } from '#app/routes.tsx'
import { hasSignedInHint, keepSignedInHint } from '#app/signedInHint.ts'
import type { Auth } from '#auth/auth.ts'
import { AuthError } from '#auth/errors.ts'
import { createAuth } from '#auth/createAuth.ts'
import { createDebugLog } from '#auth/debugLog.ts'
import { spawnVault } from '#auth/spawnVault.ts'
import { restoreTabMemory, saveTabMemory } from '#auth/tabMemory.ts'
import { ConfigError, loadConfig } from '#config/loadConfig.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { chooseLocale } from '#i18n/locales.ts'
import { loadTranslate } from '#i18n/loadTranslate.ts'
import { createTranslate } from '#i18n/translate.ts'
import { paths, signInPath } from '#paths.ts'

interface Start {
  page: ReactNode
  /** Whether the page that the document shows already is this one. */
  isPrerendered: boolean
}

/** Loads the config, starts the vault, and creates the app. */
async function createApp(): Promise<Start> {
  if (!window.isSecureContext) {
    throw new ConfigError([{ field: '', fault: 'noHttps' }])
  }
  if (hasSignedInHint()) preloadAccount()
  // The worker is fetched beside the config.
  const vault = spawnVault()
  const config = await loadConfig('/portal.config.json')
  const auth = createAuth(vault, {
    config,
    tab: restoreTabMemory(),
    remember: saveTabMemory,
    debugLog: createDebugLog(),
    events: config.events,
  })
  // Shows what the workers of this browser lack, in place of the page.
  auth.restored.catch((error: unknown) => {
    if (error instanceof AuthError && error.code === 'unsupportedBrowser')
      window.showTooOld?.([error.message])
  })
  keepSignedInHint(auth, config)
  window.addEventListener('online', auth.networkRestored)
  // Runs while the vault starts.
  const [language] = await Promise.all([loadLanguage(config), loadBranding(config)])
  const page = <App config={config} auth={auth} language={language} />
  return { page, isPrerendered: await showsSignIn(config, auth, language.locale) }
}

/**
 * Whether the document shows the sign-in page that the app would draw now: prerendered for this config, in this
 * language. It is shown at the addresses of the account, too: nobody seemed to be signed in.
 */
async function showsSignIn(config: PortalConfig, auth: Auth, locale: string): Promise<boolean> {
  const { lang, dataset } = document.documentElement
  if (dataset['prerendered'] !== signInFingerprint(config) || lang !== locale) return false
  const { location, history } = window
  if (location.pathname !== paths.signIn) {
    try {
      await auth.restored
    } catch {
      // The guard shows that the vault did not start.
      return false
    }
    const account = { pathname: paths.account, search: '', hash: '' }
    const wanted = location.pathname === paths.home ? account : location
    if (isPlainlySignedOut(auth)) history.replaceState(null, '', signInPath(wanted))
  }
  return isPlainlySignedOut(auth)
}

/** Without a reason, which the sign-in page would show. */
function isPlainlySignedOut(auth: Auth): boolean {
  const state = auth.getState()
  return state.status === 'signedOut' && state.reason === undefined
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
async function createErrorPage(error: unknown): Promise<Start> {
  return { page: await errorPageFor(error), isPrerendered: false }
}

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
  // `src/start.ts` shows a message already: this browser is too old.
  if ('tooOld' in document.documentElement.dataset) return
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  const { page, isPrerendered } = await createApp().catch(createErrorPage)
  delete document.documentElement.dataset['loading']
  document.getElementById('slow')?.remove()
  const app = <StrictMode>{page}</StrictMode>
  if (isPrerendered) {
    // A transition is done in slices, between which the page answers.
    startTransition(() => void hydrateRoot(element, app))
  } else if ('prerendered' in document.documentElement.dataset) {
    // Another page than the one shown: replaces it at once, with what has been typed into it.
    keepTypedText()
    flushSync(() => createRoot(element).render(app))
    repeatEarlyInput()
  } else {
    startTransition(() => createRoot(element).render(app))
  }
}

// Not awaited: lazy chunks import from this module, and a top-level await would make them wait for each other.
void main()
