import { Page } from '#account/Page.tsx'
import { useText } from '#i18n/WordsProvider.tsx'

export function SessionsPage() {
  const text = useText()
  return (
    <Page title={text('sessions.title')} lead={text('sessions.lead')}>
      {null}
    </Page>
  )
}
