import { useText } from '#i18n/useText.ts'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { BarePage } from './BarePage.tsx'

interface ConfigErrorPageProps {
  /** Each field of `portal.config.json` that is wrong, and how. */
  problems: { field: string; message: string }[]
}

/** For the operator: the portal cannot start with the config it was given. */
export function ConfigErrorPage({ problems }: ConfigErrorPageProps) {
  const text = useText()
  const lead = text('config.lead', { file: text('config.file') })
  return (
    <BarePage title={text('config.title')} lead={lead}>
      <title>{text('config.title')}</title>
      <DetailList
        stacked
        items={problems.map(({ field, message }) => ({
          term: <span className="mono">{field}</span>,
          key: field,
          value: message,
        }))}
      />
      <Button look="secondary" onClick={() => window.location.reload()}>
        {text('config.reload')}
      </Button>
    </BarePage>
  )
}
