import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { BarePage } from './BarePage.tsx'

/** Stands in for a page that threw. A full load of the start page is the way out that always works. */
export function ErrorPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const text = useText()
  return (
    <BarePage title={text('failure.title')} lead={text('failure.lead')}>
      <title>{text('failure.title')}</title>
      <Button onClick={onRetry}>{text('failure.retry')}</Button>
      <a className="button button-secondary" href={paths.home}>
        {text('failure.home')}
      </a>
      <details className="small soft">
        <summary>{text('failure.details')}</summary>
        <p className="mono">{String(error)}</p>
      </details>
    </BarePage>
  )
}
