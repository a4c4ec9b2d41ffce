import { Link, useLocation } from 'react-router-dom'
import type { FrameProps } from '#challenges/challengeFormProps.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'

/** Layout of a sign-in step: heading, form, and links to another method and to the sign-in page. */
export function StepPage({ title, lead, failed, tryAnotherMethod, children }: FrameProps) {
  const t = useTranslate()
  const { portal } = useConfig()
  const { search } = useLocation()
  return (
    <div className="page">
      <title>{pageTitle(t, { page: title, portal: portal.name, failed })}</title>
      <Heading lead={lead}>{title}</Heading>
      {children}
      <div className="stack-tight small">
        <p className="page-foot">
          {tryAnotherMethod && (
            <LinkButton
              label={t('method.other')}
              onPress={tryAnotherMethod}
              explain={(error) => authErrorText(error, t).message}
            />
          )}
          <Link to={{ pathname: paths.signIn, search }}>{t('form.backToSignIn')}</Link>
        </p>
      </div>
    </div>
  )
}
