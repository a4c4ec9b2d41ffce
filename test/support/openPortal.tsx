import { act, configure, getConfig, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { App } from '#app/App.tsx'
import type { PortalConfig } from '#config/portalConfig.ts'
import { createTranslate } from '#i18n/translate.ts'
import { atEndOfFile } from './endOfFile.ts'
import { openBrowser } from './openBrowser.ts'

let isConfigured = false

/**
 * Makes a test wait for the next visible change, as in a browser, not for React to finish a click: it may open a
 * page that has still to be loaded. The timeout suits a busy machine.
 */
function waitAsABrowser(): void {
  if (isConfigured) return
  isConfigured = true
  const before = getConfig()
  configure({ asyncUtilTimeout: 10_000, eventWrapper: (run: () => unknown) => run() })
  atEndOfFile(() => {
    isConfigured = false
    configure(before)
  })
}

const english = { locale: 'en', t: createTranslate('en', {}) } as const

/**
 * Opens the whole portal at an address, as `main.tsx` does, with a vault of its own.
 * @param browser a browser that has been used before; a new one by default
 */
export async function openPortal(
  config: PortalConfig,
  path: string,
  browser = openBrowser(config),
) {
  waitAsABrowser()
  window.history.replaceState(null, '', path)
  const { auth } = browser.openTab()
  const user = userEvent.setup()
  // Awaited, because guarded pages wait for the restored session.
  const view = await act(async () =>
    render(
      <StrictMode>
        <App config={config} auth={auth} language={english} />
      </StrictMode>,
    ),
  )
  return { auth, browser, user, ...view }
}

/** Returns path, query and hash of the current page. */
export function address(): string {
  const { pathname, search, hash } = window.location
  return pathname + search + hash
}
