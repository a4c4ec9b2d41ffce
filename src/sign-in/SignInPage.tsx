import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useArrivingMessages, useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'
import { UsernameField } from '#ui/UsernameField.tsx'
import { ProviderButtons } from './ProviderButtons.tsx'
import { SignInNotice } from './SignInNotice.tsx'
import { asksPassword, startSignIn } from './startSignIn.ts'

// Loaded lazily: it brings the WebAuthn library, which most sign-ins do not need.
const PasskeyAutofill = lazy(() =>
  import('./PasskeyAutofill.tsx').then(
    (module) => ({ default: module.PasskeyAutofill }),
    // Without it, passkeys are still a method of the next step.
    () => ({ default: () => null }),
  ),
)

const neverChanges = () => () => undefined

export function SignInPage() {
  const t = useTranslate()
  // The other pages bring the messages of the rarer errors.
  useArrivingMessages()
  const auth = useAuth()
  const config = useConfig()
  const { portal, session, signUp, signIn, federation } = config
  const { search } = useLocation()
  const state = useAuthState()
  const signedOut = state.status === 'signedOut' ? state : undefined
  const knownUsername = signedOut?.username ?? ''
  // Not at hydration: the prerendered page does not know it.
  const losesSessions = useSyncExternalStore(
    neverChanges,
    () => signedOut?.losesSessions === true,
    () => false,
  )
  // Passed on to the recovery page and to passkey autofill; the field itself is uncontrolled.
  const [username, setUsername] = useState(knownUsername)

  const withPassword = asksPassword(signIn)

  const form = useForm({
    check: (read) =>
      read('provider') !== ''
        ? []
        : [
            read('username').trim() === '' && {
              field: 'username',
              message: t('signIn.usernameMissing'),
            },
            withPassword &&
              read('password') === '' && {
                field: 'password',
                message: t('signIn.passwordMissing'),
              },
          ],
    submit: (read) => startSignIn(auth, config, { read, search }),
    explain: (error) => authErrorText(error, t, { Username: 'username', Password: 'password' }),
  })
  const page = t('signIn.title')

  const failed = form.problems.length > 0

  return (
    <div className="page" onFocus={auth.prepareSignIn}>
      <title>{pageTitle(t, { page, portal: portal.name, failed })}</title>
      <Heading lead={t('signIn.lead', { portal: portal.name })}>{page}</Heading>
      {!failed && signedOut && <SignInNotice {...signedOut} />}
      <Form form={form} summary>
        <UsernameField
          label={t('form.username')}
          defaultValue={knownUsername}
          onChange={(typed) => setUsername(typed.trim())}
        />
        {withPassword && (
          <PasswordField
            name="password"
            label={t('password.label')}
            autoComplete="current-password"
            aside={
              <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
                {t('signIn.forgot')}
              </Link>
            }
          />
        )}
        {losesSessions ? (
          <p className="soft small">{t('signIn.losesSessions')}</p>
        ) : (
          session.storage !== 'memory' && (
            <Checkbox name="rememberMe" label={t('signIn.keep')} hint={t('signIn.keepHint')} />
          )
        )}
        <Button type="submit" pending={form.pending}>
          {t(withPassword ? 'signIn.submit' : 'signIn.continue')}
        </Button>
        {signIn.flow === 'USER_AUTH' && signIn.passkeys && (
          <Suspense>
            <PasskeyAutofill username={username} />
          </Suspense>
        )}
        {federation.domain !== undefined && <ProviderButtons />}
      </Form>
      {signUp.enabled && (
        <p className="soft small">
          {t('signIn.new')}{' '}
          <Link to={{ pathname: paths.signUp, search }}>{t('signIn.create')}</Link>
        </p>
      )}
    </div>
  )
}
