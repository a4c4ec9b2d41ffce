import type { ConfigError } from '#config/loadConfig.ts'
import { problemText } from '#config/problemText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { BarePage } from './BarePage.tsx'

interface ConfigErrorPageProps {
  /** Names each field of `portal.config.json` that is wrong, and how. */
  error: ConfigError
}

/** For the operator: the portal cannot start with the config it was given. */
export function ConfigErrorPage({ error }: ConfigErrorPageProps) {
  const text = useText()
  const lead = text('config.lead', { file: text('config.file') })
  return (
    <BarePage title={text('config.title')} lead={lead}>
      <title>{text('config.title')}</title>
      <DetailList
        stacked
        items={error.problems.map((problem) => ({
          term: <span className="mono">{problem.field || text('config.file')}</span>,
          key: problem.field,
          value: problemText(problem, error.cause),
        }))}
      />
      <Button look="secondary" onClick={() => window.location.reload()}>
        {text('config.reload')}
      </Button>
    </BarePage>
  )
}
