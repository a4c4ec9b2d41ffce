import { AuthError } from '#auth/errors.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { ErrorLayout } from '#app/layouts/ErrorLayout.tsx'

/** Replaces a page that threw. The link is a full load of the start page, which does not depend on the router. */
export function ErrorPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslate()
  const isLate = error instanceof AuthError && error.code === 'notLoaded'
  const title = t(isLate ? 'form.problem' : 'failure.title')
  const lead = t(isLate ? 'error.notLoaded' : 'failure.lead')
  return (
    <ErrorLayout title={title} lead={lead}>
      <title>{title}</title>
      <Button onClick={onRetry}>{t('failure.retry')}</Button>
      <a className="button button-secondary" href={paths.home}>
        {t('failure.home')}
      </a>
      <details className="small soft">
        <summary>{t('failure.details')}</summary>
        <p className="mono">{String(error)}</p>
      </details>
    </ErrorLayout>
  )
}
