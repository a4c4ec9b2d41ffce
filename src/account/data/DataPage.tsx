import { Page } from '#account/Page.tsx'
import { useText } from '#i18n/WordsProvider.tsx'

export function DataPage() {
  const text = useText()
  return (
    <Page title={text('data.title')} lead={text('data.lead')}>
      {null}
    </Page>
  )
}
