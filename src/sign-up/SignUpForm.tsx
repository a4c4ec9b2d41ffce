import { Link, useLocation } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import { useNewPasswordForm } from '#challenges/useNewPasswordForm.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeFault, attributeLabel } from '#i18n/attributeText.ts'
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

export function SignUpForm() {
  const t = useTranslate()
  const auth = useAuth()
  const { portal, passwordPolicy, signUp } = useConfig()
  const { search } = useLocation()
  // The email address is the username, which has its own field.
  const attributes = signUp.attributes.filter((name) => name !== 'email')

  const form = useNewPasswordForm({
    hasPassword: signUp.password,
    checkBefore: (read) => {
      const email = read('username').trim()
      const message = t(email === '' ? 'signUp.emailMissing' : 'signUp.emailInvalid')
      return [!/^\S+@\S+$/.test(email) && { field: 'username', message }]
    },
    checkAfter: (read) =>
      attributeProblems(attributes, read, (name, fault) => attributeFault(name, fault, t)),
    submit: (read) =>
      auth.signUp({
        username: read('username').trim(),
        ...(signUp.password && { password: read('password') }),
        attributes: readAttributes(attributes, read),
      }),
    fields: {
      ...Object.fromEntries(attributes.map((name) => [name, name])),
      Username: 'username',
      email: 'username',
      usernameTaken: 'username',
      codeDeliveryFailed: 'username',
    },
    labelOf: (name) => attributeLabel(name, t),
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
