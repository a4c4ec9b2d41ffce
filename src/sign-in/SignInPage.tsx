import { Suspense, useState } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { passwordText } from '#i18n/passwordText.ts'
import { lazyPage } from '#app/lazyPage.ts'
import { reloadIfStale } from '#app/reloadIfStale.ts'
import { loadPageMessages } from '#i18n/translate.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'
import { UsernameField } from '#ui/UsernameField.tsx'

// Nobody has a reason to be here when they come for the first time.
const PasskeyAutofill = lazyPage(() => import('./PasskeyAutofill.tsx'), 'PasskeyAutofill')
const Providers = lazyPage(() => import('./Providers.tsx'), 'Providers')
const SignInNotice = lazyPage(() => import('./SignInNotice.tsx'), 'SignInNotice')

/** What sending the form off does; loaded while it is filled in. */
const begin = () => import('./beginSignIn.ts')

const unreachable = () => {
  throw new AuthError({ code: 'network' })
}

export function SignInPage() {
  const t = useTranslate()
  const auth = useAuth()
  const config = useConfig()
  const { portal, session, signUp, signIn, federation } = config
  const { search } = useLocation()
  const state = useAuthState()
  const { username: known = '', reason } = state.status === 'signedOut' ? state : {}
  // Only to carry the name along to the recovery page; the field itself stays the browser's.
  const [username, setUsername] = useState(known)

  const custom = signIn.flow === 'CUSTOM_AUTH'
  const byPassword = signIn.flow === 'USER_SRP_AUTH' || (custom && signIn.password)

  const form = useForm({
    check: (read) =>
      read('provider') !== ''
        ? []
        : [
            read('username').trim() === '' && {
              field: 'username',
              message: t('signIn.usernameMissing'),
            },
            byPassword &&
              read('password') === '' && {
                field: 'password',
                message: t('signIn.passwordMissing'),
              },
          ],
    submit: async (read) =>
      (await begin().catch(unreachable)).beginSignIn(auth, config, { read, search }),
    explain: (error) => authErrorText(error, t, { Username: 'username', Password: 'password' }),
  })
  const page = t('signIn.title')

  function prepare() {
    auth.prepareSignIn()
    const loading = reloadIfStale(begin(), () =>
      [...document.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')].some(
        (one) => one.value !== one.defaultValue,
      ),
    )
    const steps = loading.then(({ prefetchSteps }) => prefetchSteps(config))
    Promise.all([steps, loadPageMessages()]).catch(() => {
      // Only ahead of time: the page that needs them asks again, and says so if they do not come.
    })
  }

  const failed = form.problems.length > 0

  return (
    <div className="page" onFocus={prepare}>
      <title>{pageTitle(t, { page, portal: portal.name, failed })}</title>
      <Heading lead={t('signIn.lead', { portal: portal.name })}>{page}</Heading>
      {!failed && reason !== undefined && <SignInNotice reason={reason} />}
      <Form form={form} summary={t('form.problem')} working={t('form.working')}>
        <UsernameField
          label={t('form.username')}
          defaultValue={known}
          onChange={(typed) => setUsername(typed.trim())}
        />
        {byPassword && (
          <PasswordField
            name="password"
            label={t('password.label')}
            autoComplete="current-password"
            words={passwordText(t)}
            aside={
              <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
                {t('signIn.forgot')}
              </Link>
            }
          />
        )}
        {session.storage !== 'memory' && (
          <Checkbox name="rememberMe" label={t('signIn.keep')} hint={t('signIn.keepHint')} />
        )}
        <Button type="submit" pending={form.pending}>
          {t(byPassword ? 'signIn.submit' : 'signIn.continue')}
        </Button>
        <Suspense>
          {signIn.flow === 'USER_AUTH' && <PasskeyAutofill username={username} />}
          {federation.domain !== undefined && <Providers />}
        </Suspense>
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
