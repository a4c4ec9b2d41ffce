import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeFault, attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { AttributeField } from '#ui/AttributeField.tsx'
import { attributeProblems, readAttributes } from '#ui/attributeInput.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { unmetRules } from '#ui/passwordRules.ts'
import { useForm } from '#ui/useForm.ts'

/** The first sign-in of somebody who was invited. */
export function NewPasswordPage({ challenge }: { challenge: ChallengeOf<'newPassword'> }) {
  const t = useTranslate()
  const { portal, passwordPolicy } = useConfig()
  const { search } = useLocation()
  const { username, requiredAttributes: attributes } = challenge

  const form = useForm({
    check: (read) => [
      unmetRules(read('password'), passwordPolicy).length > 0 && {
        field: 'password',
        message: t(read('password') === '' ? 'password.missing' : 'error.passwordTooWeak'),
      },
      ...attributeProblems(attributes, read, (name, fault) => attributeFault(name, fault, t)),
    ],
    submit: (read) =>
      challenge.answer({
        newPassword: read('password'),
        attributes: readAttributes(attributes, read),
      }),
    explain: (error) =>
      authErrorText(
        error,
        t,
        {
          ...Object.fromEntries(attributes.map((name) => [name, name])),
          NEW_PASSWORD: 'password',
          passwordTooWeak: 'password',
          passwordUsedBefore: 'password',
        },
        (name) => attributeLabel(name, t),
      ),
  })
  const page = t('newPassword.title')
  const lead = attributes.length > 0 ? 'newPassword.leadMore' : 'newPassword.lead'

  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed: form.problems.length > 0 })}</title>
      <Heading lead={t(lead, { username })}>{page}</Heading>
      <Form form={form} summary>
        <HiddenUsername value={username} />
        <NewPasswordField name="password" label={t('password.newLabel')} policy={passwordPolicy} />
        {attributes.map((name) => (
          <AttributeField key={name} name={name} />
        ))}
        <Button type="submit" pending={form.pending}>
          {t('newPassword.submit')}
        </Button>
      </Form>
      <p className="small">
        <Link to={{ pathname: paths.signIn, search }}>{t('form.backToSignIn')}</Link>
      </p>
    </div>
  )
}
