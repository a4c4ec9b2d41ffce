import type { ComponentType, ReactNode } from 'react'
import { BrowserRouter } from 'react-router-dom'
import type { Auth } from '#auth/auth.ts'
import { AuthProvider } from '#auth/AuthProvider.tsx'
import { ConfigProvider } from '#config/ConfigProvider.tsx'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { AnyLocale } from '#i18n/locales.ts'
import type { Translate } from '#i18n/translate.ts'
import { I18nProvider } from '#i18n/I18nProvider.tsx'
import { savePreference } from './preferences.ts'
import { AppRoutes } from './routes.tsx'

interface AppProps {
  config: PortalConfig
  auth: Auth
  /** The language that the page starts with. */
  language: { locale: AnyLocale; t: Translate }
  /** Another router than that of the browser, where there is no browser. */
  Router?: ComponentType<{ children: ReactNode }>
}

const saveLanguage = (locale: string) => savePreference('language', locale)

/** Root component: provides config, language and auth to the routes. */
export function App({ config, auth, language, Router = BrowserRouter }: AppProps) {
  return (
    <ConfigProvider config={config}>
      <I18nProvider first={language} overrides={config.messages} onChoose={saveLanguage}>
        <AuthProvider auth={auth}>
          <Router>
            <AppRoutes />
          </Router>
        </AuthProvider>
      </I18nProvider>
    </ConfigProvider>
  )
}
