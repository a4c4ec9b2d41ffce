import { Page } from '#account/Page.tsx'
import { useText } from '#i18n/WordsProvider.tsx'

export function AccessPage() {
  const text = useText()
  return (
    <Page title={text('access.title')} lead={text('access.lead')}>
      {null}
    </Page>
  )
}
