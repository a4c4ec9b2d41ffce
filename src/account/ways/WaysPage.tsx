import { Page } from '#account/Page.tsx'
import { useText } from '#i18n/WordsProvider.tsx'

export function WaysPage() {
  const text = useText()
  return (
    <Page title={text('ways.title')} lead={text('ways.lead')}>
      {null}
    </Page>
  )
}
