import { act, configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { App } from '#app/App.tsx'
import type { PortalConfig } from '#config/portalConfig.ts'
import { createTranslate } from '#i18n/translate.ts'
import { openBrowser } from './openBrowser.ts'

// A click may lead to a page that is still to be loaded. As in a browser, the test waits for what it sees
// next, not for React to be done with the click; long enough for a busy machine.
configure({ asyncUtilTimeout: 10_000, eventWrapper: (run: () => unknown) => run() })

const english = { locale: 'en', t: createTranslate('en', {}) } as const

/**
 * Opens the whole portal at an address, as `main.tsx` does, with a vault of its own.
 * @param browser to open it in a browser that has been used before.
 */
export async function openPortal(
  config: PortalConfig,
  path: string,
  browser = openBrowser(config),
) {
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

/** Where the person is: path, query and hash. */
export function address(): string {
  const { pathname, search, hash } = window.location
  return pathname + search + hash
}
