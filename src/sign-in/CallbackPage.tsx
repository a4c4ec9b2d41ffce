import { useEffect, useEffectEvent, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Alert } from '#ui/Alert.tsx'
import { Heading } from '#ui/Heading.tsx'

/** Redirect URI of federated sign-ins: exchanges the code for tokens, or shows the provider's error. */
export function CallbackPage() {
  const t = useTranslate()
  const auth = useAuth()
  const { portal } = useConfig()
  const { search } = useLocation()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<{ error: unknown; returnTo: string }>()

  const finishSignIn = useEffectEvent(async () => {
    // Removes the code from the address at once, so that the history does not keep it.
    const query = search
    window.history.replaceState(window.history.state, '', window.location.pathname)
    try {
      const { returnTo, refused } = await auth.finishFederatedSignIn({ query })
      if (refused) setFailure({ error: new AuthError(refused), returnTo })
      else await navigate({ pathname: paths.signIn, search: returnTo }, { replace: true })
    } catch (error) {
      setFailure({ error, returnTo: '' })
    }
  })

  useEffect(() => {
    const starting = setTimeout(() => void finishSignIn())
    return () => clearTimeout(starting)
  }, [])

  const page = t(failure ? 'callback.failed' : 'callback.title')
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed: failure !== undefined })}</title>
      <Heading lead={failure ? undefined : t('callback.lead')}>{page}</Heading>
      {failure && (
        <>
          <Alert tone="error">{authErrorText(failure.error, t).message}</Alert>
          <Link
            className="button button-primary"
            to={{ pathname: paths.signIn, search: failure.returnTo }}
            replace
          >
            {t('form.backToSignIn')}
          </Link>
        </>
      )}
    </div>
  )
}
