import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router-dom'
import { AccountArea } from '#app/AccountArea.tsx'
import { AuthProvider } from '#auth/AuthProvider.tsx'
import { ConfigProvider } from '#config/ConfigProvider.tsx'
import { parseConfig } from '#config/loadConfig.ts'
import { I18nProvider } from '#i18n/I18nProvider.tsx'
import { createTranslate } from '#i18n/translate.ts'
import { paths } from '#paths.ts'
import { bakedAuth } from './bakedAuth.ts'

/** The pool's answer to `/_local/config`, as far as the account page depends on it. */
const config = parseConfig(
  JSON.stringify({
    cognito: {
      region: 'us-east-1',
      userPoolId: 'us-east-1_Baked0000',
      userPoolClientId: '1h57kf5cpq17m0eml12example',
    },
  }),
)

const language = { locale: 'en', t: createTranslate('en', {}) } as const

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
createRoot(element).render(
  <StrictMode>
    <ConfigProvider config={config}>
      <I18nProvider first={language} overrides={config.messages} onChoose={() => undefined}>
        <AuthProvider auth={bakedAuth}>
          <BrowserRouter>
            <Routes>
              <Route path={`${paths.account}/*`} element={<AccountArea />} />
            </Routes>
          </BrowserRouter>
        </AuthProvider>
      </I18nProvider>
    </ConfigProvider>
  </StrictMode>,
)
