import type { ConfigError } from '#config/loadConfig.ts'
import { problemText } from '#config/problemText.ts'
import { stepMessages } from '#i18n/en/steps.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { extendEnglish } from '#i18n/translate.ts'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { ErrorLayout } from '#app/layouts/ErrorLayout.tsx'

extendEnglish(stepMessages)

interface ConfigErrorPageProps {
  /** Lists each invalid field of `portal.config.json` with the reason. */
  error: ConfigError
}

/** Tells the operator why the app cannot start with this config. */
export function ConfigErrorPage({ error }: ConfigErrorPageProps) {
  const t = useTranslate()
  const lead = t('config.lead', { file: t('config.file') })
  return (
    <ErrorLayout title={t('config.title')} lead={lead}>
      <title>{t('config.title')}</title>
      <DetailList
        stacked
        items={error.problems.map((problem) => ({
          term: <span className="mono">{problem.field || t('config.file')}</span>,
          key: problem.field,
          value: problemText(problem, error.cause),
        }))}
      />
      <Button look="secondary" onClick={() => window.location.reload()}>
        {t('config.reload')}
      </Button>
    </ErrorLayout>
  )
}
