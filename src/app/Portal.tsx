import { BrowserRouter } from 'react-router-dom'
import type { Auth } from '#auth/auth.ts'
import { AuthProvider } from '#auth/AuthProvider.tsx'
import { ConfigProvider } from '#config/ConfigProvider.tsx'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { AnyLocale } from '#i18n/locales.ts'
import type { Text } from '#i18n/text.ts'
import { WordsProvider } from '#i18n/WordsProvider.tsx'
import { App } from './App.tsx'
import { keep } from './keep.ts'

interface PortalProps {
  config: PortalConfig
  auth: Auth
  /** The language it opens in. */
  words: { locale: AnyLocale; text: Text }
}

const keepLanguage = (locale: string) => keep('language', locale)

/** The whole portal, once its config is read, its language loaded and its vault started. */
export function Portal({ config, auth, words }: PortalProps) {
  return (
    <ConfigProvider config={config}>
      <WordsProvider first={words} overrides={config.words} onSpeak={keepLanguage}>
        <AuthProvider auth={auth}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </AuthProvider>
      </WordsProvider>
    </ConfigProvider>
  )
}
