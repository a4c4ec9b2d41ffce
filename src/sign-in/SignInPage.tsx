import { Suspense, useState } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { passwordText } from '#i18n/passwordText.ts'
import { late } from '#late/late.ts'
import { renewed } from '#late/renewed.ts'
import { loadPages } from '#i18n/text.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'
import { UsernameField } from '#ui/UsernameField.tsx'

// Nobody has a reason to be here when they come for the first time.
const PasskeyAutofill = late(() => import('./PasskeyAutofill.tsx'), 'PasskeyAutofill')
const Providers = late(() => import('./Providers.tsx'), 'Providers')
const SignInNotice = late(() => import('./SignInNotice.tsx'), 'SignInNotice')

/** What sending the form off does; loaded while it is filled in. */
const begin = () => import('./beginSignIn.ts')

const unreachable = () => {
  throw new AuthError({ code: 'network' })
}

export function SignInPage() {
  const text = useText()
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
              message: text('signIn.usernameMissing'),
            },
            byPassword &&
              read('password') === '' && {
                field: 'password',
                message: text('signIn.passwordMissing'),
              },
          ],
    submit: async (read) =>
      (await begin().catch(unreachable)).beginSignIn(auth, config, { read, search }),
    explain: (error) => authErrorText(error, text, { Username: 'username', Password: 'password' }),
  })
  const page = text('signIn.title')

  function prepare() {
    auth.prepareSignIn()
    const loading = renewed(begin(), () =>
      [...document.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')].some(
        (one) => one.value !== one.defaultValue,
      ),
    )
    const steps = loading.then(({ prefetchSteps }) => prefetchSteps(config))
    Promise.all([steps, loadPages()]).catch(() => {
      // Only ahead of time: the page that needs them asks again, and says so if they do not come.
    })
  }

  const failed = form.problems.length > 0

  return (
    <div className="page" onFocus={prepare}>
      <title>{pageTitle(text, { page, portal: portal.name, failed })}</title>
      <Heading lead={text('signIn.lead', { portal: portal.name })}>{page}</Heading>
      {!failed && reason !== undefined && <SignInNotice reason={reason} />}
      <Form form={form} summary={text('form.problem')} working={text('form.working')}>
        <UsernameField
          label={text('form.username')}
          defaultValue={known}
          onChange={(typed) => setUsername(typed.trim())}
        />
        {byPassword && (
          <PasswordField
            name="password"
            label={text('password.label')}
            autoComplete="current-password"
            words={passwordText(text)}
            aside={
              <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
                {text('signIn.forgot')}
              </Link>
            }
          />
        )}
        {session.storage !== 'memory' && (
          <Checkbox
            name="keepSignedIn"
            label={text('signIn.keep')}
            hint={text('signIn.keepHint')}
          />
        )}
        <Button type="submit" pending={form.pending}>
          {text(byPassword ? 'signIn.submit' : 'signIn.continue')}
        </Button>
        <Suspense>
          {signIn.flow === 'USER_AUTH' && <PasskeyAutofill username={username} />}
          {federation.domain !== undefined && <Providers />}
        </Suspense>
      </Form>
      {signUp.enabled && (
        <p className="soft small">
          {text('signIn.new')}{' '}
          <Link to={{ pathname: paths.signUp, search }}>{text('signIn.create')}</Link>
        </p>
      )}
    </div>
  )
}
