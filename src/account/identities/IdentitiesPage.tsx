import { Page } from '#account/Page.tsx'
import { useText } from '#i18n/WordsProvider.tsx'

export function IdentitiesPage() {
  const text = useText()
  return (
    <Page title={text('identities.title')} lead={text('identities.lead')}>
      {null}
    </Page>
  )
}
