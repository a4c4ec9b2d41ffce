import { BrowserRouter } from 'react-router-dom'
import type { Auth } from '#auth/auth.ts'
import { AuthProvider } from '#auth/AuthProvider.tsx'
import { ConfigProvider } from '#config/ConfigProvider.tsx'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { AnyLocale } from '#i18n/locales.ts'
import type { Translate } from '#i18n/translate.ts'
import { I18nProvider } from '#i18n/I18nProvider.tsx'
import { App } from './App.tsx'
import { savePreference } from './preferences.ts'

interface PortalProps {
  config: PortalConfig
  auth: Auth
  /** The language it opens in. */
  language: { locale: AnyLocale; t: Translate }
}

const keepLanguage = (locale: string) => savePreference('language', locale)

/** The whole portal, once its config is read, its language loaded and its vault started. */
export function Portal({ config, auth, language }: PortalProps) {
  return (
    <ConfigProvider config={config}>
      <I18nProvider first={language} overrides={config.messages} onChoose={keepLanguage}>
        <AuthProvider auth={auth}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </AuthProvider>
      </I18nProvider>
    </ConfigProvider>
  )
}
