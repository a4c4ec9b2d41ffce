import { useTranslate } from '#i18n/I18nProvider.tsx'

/** A placeholder, as high as the rows that are being loaded. */
export function Skeleton({ rows }: { rows: number }) {
  const t = useTranslate()
  return (
    <div className="skeleton" role="img" aria-label={t('shell.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton-row" key={row}>
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
