import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { logoutUrl } from './logoutUrl.ts'

export function SignOutButton() {
  const t = useTranslate()
  const config = useConfig()
  const session = useSession()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()

  function signOut() {
    setPending(true)
    setProblem(undefined)
    signOutAndRedirect().catch((error: unknown) => {
      setPending(false)
      setProblem(authErrorText(error, t).message)
    })
  }

  async function signOutAndRedirect() {
    const url = logoutUrl(session, config)
    await session.signOut()
    // Without a network, the browser would show an error in place of the sign-in page.
    if (url !== undefined && navigator.onLine) window.location.assign(url)
  }

  return (
    <div className="sign-out">
      <Button look="quiet" pending={pending} onClick={signOut}>
        {t('shell.signOut')}
      </Button>
      {problem !== undefined && <Alert tone="error">{problem}</Alert>}
    </div>
  )
}
