import { Page } from '#account/Page.tsx'
import { useText } from '#i18n/WordsProvider.tsx'

export function PasswordPage() {
  const text = useText()
  return (
    <Page title={text('changePassword.title')} lead={text('changePassword.lead')}>
      {null}
    </Page>
  )
}
