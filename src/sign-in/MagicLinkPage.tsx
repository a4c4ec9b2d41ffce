import type { ChallengeOf } from '#auth/state.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { StepPage } from './StepPage.tsx'

/** Waits for the link in the mail, which opens in a tab of its own and answers here. */
export function MagicLinkPage({ challenge }: { challenge: ChallengeOf<'custom'> }) {
  const t = useTranslate()
  const destination = challenge.parameters['CODE_DELIVERY_DESTINATION'] ?? challenge.username
  return (
    <StepPage
      title={t('magicLink.title')}
      lead={t('magicLink.lead', { destination })}
      failed={false}
    >
      <p className="soft">{t('magicLink.stay')}</p>
      <p className="soft small">{t('code.spam')}</p>
    </StepPage>
  )
}
