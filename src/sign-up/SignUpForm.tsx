import { Link, useLocation } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeFault, attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { AttributeField } from '#ui/AttributeField.tsx'
import { attributeProblems, readAttributes } from '#ui/attributeInput.ts'
import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { unmetRules } from '#ui/passwordRules.ts'
import { useForm } from '#ui/useForm.ts'

export function SignUpForm() {
  const t = useTranslate()
  const auth = useAuth()
  const { portal, passwordPolicy, signUp } = useConfig()
  const { search } = useLocation()
  // The e-mail address is the user name, and has its field already.
  const attributes = signUp.attributes.filter((name) => name !== 'email')

  const form = useForm({
    check: (read) => {
      const email = read('username').trim()
      const message = t(email === '' ? 'signUp.emailMissing' : 'signUp.emailInvalid')
      return [
        !/^\S+@\S+$/.test(email) && { field: 'username', message },
        signUp.password &&
          unmetRules(read('password'), passwordPolicy).length > 0 && {
            field: 'password',
            message: t(read('password') === '' ? 'password.missing' : 'error.passwordTooWeak'),
          },
        ...attributeProblems(attributes, read, (name, fault) => attributeFault(name, fault, t)),
      ]
    },
    submit: (read) =>
      auth.signUp({
        username: read('username').trim(),
        ...(signUp.password && { password: read('password') }),
        attributes: readAttributes(attributes, read),
      }),
    explain: (error) =>
      authErrorText(
        error,
        t,
        {
          ...Object.fromEntries(attributes.map((name) => [name, name])),
          Username: 'username',
          email: 'username',
          usernameTaken: 'username',
          codeDeliveryFailed: 'username',
          Password: 'password',
          passwordTooWeak: 'password',
        },
        (name) => attributeLabel(name, t),
      ),
  })
  const page = t('signUp.title')

  return (
    <div className="page" onFocus={auth.prepareSignIn}>
      <title>{pageTitle(t, { page, portal: portal.name, failed: form.problems.length > 0 })}</title>
      <Heading lead={t('signUp.lead')}>{page}</Heading>
      <Form form={form} summary>
        <Field
          name="username"
          label={t('form.username')}
          type="email"
          autoComplete="username"
          dir="ltr"
        />
        {signUp.password && (
          <NewPasswordField name="password" label={t('password.label')} policy={passwordPolicy} />
        )}
        {attributes.map((name) => (
          <AttributeField key={name} name={name} />
        ))}
        <Button type="submit" pending={form.pending}>
          {t('signUp.submit')}
        </Button>
      </Form>
      <p className="soft small">
        {t('signUp.have')} <Link to={{ pathname: paths.signIn, search }}>{t('signUp.signIn')}</Link>
      </p>
    </div>
  )
}
