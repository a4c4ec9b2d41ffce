import type { Text } from './text.ts'

/** The document's title. `failed` while the page shows an error (WCAG 2.4.2; GOV.UK error summary). */
export function pageTitle(
  text: Text,
  { page, portal, failed = false }: { page: string; portal: string; failed?: boolean },
): string {
  const title = text('document.title', { page, portal })
  return failed ? text('document.failed', { title }) : title
}
