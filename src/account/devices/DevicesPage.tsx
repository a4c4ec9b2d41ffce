import { Page } from '#account/Page.tsx'
import { useText } from '#i18n/WordsProvider.tsx'

export function DevicesPage() {
  const text = useText()
  return (
    <Page title={text('devices.title')} lead={text('devices.lead')}>
      {null}
    </Page>
  )
}
