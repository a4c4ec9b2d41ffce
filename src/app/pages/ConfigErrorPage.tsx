import type { ConfigError } from '#config/loadConfig.ts'
import { problemText } from '#config/problemText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { ErrorLayout } from '#app/layouts/ErrorLayout.tsx'

interface ConfigErrorPageProps {
  /** Names each field of `portal.config.json` that is wrong, and how. */
  error: ConfigError
}

/** For the operator: the portal cannot start with the config it was given. */
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
