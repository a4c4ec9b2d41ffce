import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Portal } from '#app/Portal.tsx'
import { createAuth } from '#auth/createAuth.ts'
import { spawnVault } from '#auth/spawnVault.ts'
import { recallTab, rememberTab } from '#auth/tabMemory.ts'
import { ConfigError, loadConfig } from '#config/loadConfig.ts'

/** Config, vault, auth, page: wired here, once. */
async function open(): Promise<ReactNode> {
  try {
    const config = await loadConfig('/portal.config.json')
    const auth = createAuth(spawnVault(), {
      config: { cognito: config.cognito, session: config.session },
      tab: recallTab(sessionStorage),
      remember: (tab) => rememberTab(sessionStorage, tab),
    })
    return <Portal config={config} auth={auth} />
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const { ConfigErrorPage } = await import('#app/ConfigErrorPage.tsx')
    return <ConfigErrorPage problems={error.problems} />
  }
}

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
const root = createRoot(element)
root.render(<StrictMode>{await open()}</StrictMode>)
