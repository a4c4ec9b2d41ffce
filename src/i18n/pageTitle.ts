import type { Translate } from './translate.ts'

/** The document's title. `failed`: the page shows an error (WCAG 2.4.2; GOV.UK error summary). */
export function pageTitle(
  t: Translate,
  { page, portal, failed = false }: { page: string; portal: string; failed?: boolean },
): string {
  const title = t('document.title', { page, portal })
  return failed ? t('document.failed', { title }) : title
}
