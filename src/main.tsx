import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorPage } from '#app/ErrorPage.tsx'
import { Portal } from '#app/Portal.tsx'
import { createAuth } from '#auth/createAuth.ts'
import { spawnVault } from '#auth/spawnVault.ts'
import { recallTab, rememberTab } from '#auth/tabMemory.ts'
import { ConfigError, loadConfig } from '#config/loadConfig.ts'

/** Config, vault, auth, page: wired here, once. */
async function open(): Promise<ReactNode> {
  if (!window.isSecureContext) {
    throw new ConfigError([{ field: '', fault: 'noHttps' }])
  }
  const config = await loadConfig('/portal.config.json')
  const auth = createAuth(spawnVault(), {
    config: { cognito: config.cognito, session: config.session },
    tab: recallTab(),
    remember: rememberTab,
  })
  return <Portal config={config} auth={auth} />
}

/** What stands in for the portal when it cannot be opened at all. */
async function explain(error: unknown): Promise<ReactNode> {
  if (!(error instanceof ConfigError)) {
    reportError(error)
    return <ErrorPage error={error} onRetry={() => window.location.reload()} />
  }
  try {
    const { ConfigErrorPage } = await import('#app/ConfigErrorPage.tsx')
    return <ConfigErrorPage problems={error.problems} />
  } catch {
    // The server is out of reach altogether, for that page as for the config.
    return <ErrorPage error={error} onRetry={() => window.location.reload()} />
  }
}

async function main(): Promise<void> {
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  const page = await open().catch(explain)
  createRoot(element).render(<StrictMode>{page}</StrictMode>)
}

// Not awaited: late pages import from this module, and would wait for it for ever.
void main()
