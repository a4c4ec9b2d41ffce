import type { ChallengeOf } from '#auth/state.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { StepPage } from './StepPage.tsx'

/** Waits for the link in the mail, which opens in a tab of its own and answers here. */
export function MagicLinkPage({ challenge }: { challenge: ChallengeOf<'custom'> }) {
  const text = useText()
  const destination = challenge.parameters['CODE_DELIVERY_DESTINATION'] ?? challenge.username
  return (
    <StepPage
      title={text('magicLink.title')}
      lead={text('magicLink.lead', { destination })}
      failed={false}
    >
      <p className="soft">{text('magicLink.stay')}</p>
      <p className="soft small">{text('code.spam')}</p>
    </StepPage>
  )
}
