import { BrowserRouter } from 'react-router-dom'
import type { Auth } from '#auth/auth.ts'
import { AuthProvider } from '#auth/AuthProvider.tsx'
import { ConfigProvider } from '#config/ConfigProvider.tsx'
import type { PortalConfig } from '#config/portalConfig.ts'
import { App } from './App.tsx'

/** The whole portal, once its config is read and its vault started. */
export function Portal({ config, auth }: { config: PortalConfig; auth: Auth }) {
  return (
    <ConfigProvider config={config}>
      <AuthProvider auth={auth}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </AuthProvider>
    </ConfigProvider>
  )
}
