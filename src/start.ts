// Runs before anything is painted, as a classic script (`tooling/startScript.ts`). It applies the user's theme and the
// operator's colours, shows the sign-in page that index.html contains (src/prerender.tsx), and starts the app after its
// first paint. In a browser that is too old (`tooling/browsers.ts`) it shows a message instead.
import { keepEarlyInput } from '#app/earlyInput.ts'
import { readPreference } from '#app/preferences.ts'
import { hasSignedInHint } from '#app/signedInHint.ts'
import { chooseLocale, isRightToLeft, type Locale } from '#i18n/locales.ts'
import { paths } from '#paths.ts'

declare global {
  interface Window {
    /** For the app, whose workers may lack what the page has. */
    showTooOld?: (missing: string[]) => void
  }
}

const html = document.documentElement

/** Time after which a page that is still loading says so. */
const patienceMs = 8000

const tooOld: Record<Locale, string> = {
  en: 'Your browser is too old for this page. Please update it, or use another one.',
  de: 'Ihr Browser ist zu alt für diese Seite. Bitte aktualisieren Sie ihn oder nehmen Sie einen anderen.',
  ar: 'متصفحك قديم جدًا لهذه الصفحة. يُرجى تحديثه أو استخدام متصفح آخر.',
}

/** What the page needs. The last two are missing without https, too, which src/main.tsx reports. */
const needed = 'Worker AbortSignal.timeout Object.hasOwn crypto.randomUUID crypto.subtle'.split(' ')

function applyTheme(): void {
  const theme = readPreference('theme')
  if (theme === 'light' || theme === 'dark') html.dataset['theme'] = theme
}

/** Applies the operator's colours, by the name of their custom property. The CSP allows no style attribute. */
function applyColours(): void {
  const colours: unknown = JSON.parse(html.dataset['brand'] ?? '{}')
  if (typeof colours !== 'object' || colours === null) return
  for (const [name, colour] of Object.entries(colours)) {
    html.style.setProperty(name, String(colour))
  }
}

/** Calls `run` when the document is parsed, before its module scripts run. */
function whenParsed(run: () => void): void {
  if (document.readyState !== 'loading') return run()
  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') run()
  })
}

/** Names what the page needs and the browser lacks or refuses. */
function findMissing(): string[] {
  if (!('noModule' in document.createElement('script'))) return ['script.noModule']
  return needed.filter((path) => {
    if (path.startsWith('crypto') && !window.isSecureContext) return false
    try {
      return !path
        .split('.')
        .reduce<unknown>((object, name) => Reflect.get(Object(object), name), window)
    } catch {
      return true
    }
  })
}

/**
 * Shows the message in place of the app, also of one that runs.
 *
 * @param missing empty where the browser cannot parse or start the app.
 */
function showTooOld(missing: string[]): void {
  const chosen = chooseLocale(navigator.languages, Object.keys(tooOld).filter(isLocale))
  const locale = isLocale(chosen) ? chosen : 'en'
  const main = document.createElement('main')
  main.className = 'too-old'
  main.lang = locale
  main.dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  main.appendChild(document.createElement('h1')).textContent = tooOld[locale]
  // For whoever is asked for help.
  const names = main.appendChild(document.createElement('p'))
  names.textContent = missing.join(', ')
  document.getElementById('root')?.replaceWith(main)
}

const isLocale = (tag: string): tag is Locale => tag in tooOld

/**
 * Shows the sign-in page in the user's language, unless the app is likely to show another page: that of an account,
 * of another address, or of a host with settings of its own.
 *
 * @returns whether it is shown.
 */
function showSignIn(): boolean {
  const root = document.getElementById('root')
  const template = chooseTemplate()
  if (!root || !template || hasSignedInHint() || !isItsAddress(root)) return false
  html.lang = template.lang
  html.dir = template.dir
  document.title = template.title
  root.appendChild(template.content)
  html.dataset['prerendered'] = root.dataset['fingerprint']
  return true
}

function chooseTemplate(): HTMLTemplateElement | undefined {
  const templates = [...document.querySelectorAll<HTMLTemplateElement>('template[lang]')]
  const requested = new URLSearchParams(window.location.search).get('lang')
  const wanted = [requested, readPreference('language'), ...navigator.languages]
  const locale = chooseLocale(
    wanted,
    templates.map(({ lang }) => lang),
  )
  return templates.find(({ lang }) => lang === locale)
}

/** Whether somebody without a session sees the sign-in page here: signing in is the way to the account. */
function isItsAddress({ dataset }: HTMLElement): boolean {
  const { pathname, host } = window.location
  const isHere =
    [paths.home, paths.signIn, paths.account].some((path) => path === pathname) ||
    pathname.startsWith(`${paths.account}/`)
  return isHere && !(dataset['otherHosts'] ?? '').split(' ').includes(host)
}

/** Starts the scripts of the page (`startLater` in src/prerender.tsx), each in a task of its own. */
function startApp(): void {
  const app = document.getElementById('app')
  const script = app instanceof HTMLTemplateElement && app.content.querySelector('script')
  if (!script) return
  document.head.appendChild(script)
  setTimeout(startApp)
}

function start(): void {
  applyTheme()
  const missing = findMissing()
  if (missing.length > 0) {
    // src/main.tsx does not start then.
    html.dataset['tooOld'] = ''
    whenParsed(() => showTooOld(missing))
    return
  }
  applyColours()
  window.showTooOld = showTooOld
  // Until src/main.tsx has drawn the page.
  html.dataset['loading'] = ''
  const isLoading = () => 'loading' in html.dataset

  // A script of this page that cannot be parsed, or fails before it has drawn anything, needs a newer browser too.
  window.addEventListener('error', ({ filename }) => {
    if (isLoading() && filename.startsWith(`${window.location.origin}/assets/`)) showTooOld([])
  })
  setTimeout(() => {
    if (isLoading()) document.getElementById('slow')?.removeAttribute('hidden')
  }, patienceMs)

  keepEarlyInput()
  whenParsed(() => {
    // A page in the background is not painted.
    if (!showSignIn() || document.hidden) return startApp()
    requestAnimationFrame(() => setTimeout(startApp))
  })
}

start()
