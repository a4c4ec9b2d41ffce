import { useState } from 'react'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Heading } from '#ui/Heading.tsx'

/**
 * Asks whether Cognito shall remember this device, which then skips the second factor. Has no link back, because
 * the user is already authenticated.
 */
export function TrustDevicePage({ challenge }: { challenge: ChallengeOf<'trustDevice'> }) {
  const t = useTranslate()
  const { portal } = useConfig()
  const [choice, setChoice] = useState<{ pending?: boolean; error?: unknown }>({})
  const failed = 'error' in choice
  const title = t('trust.title')

  function choose(trust: boolean) {
    if (choice.pending !== undefined) return
    setChoice({ pending: trust })
    challenge.answer({ trust }).catch((error: unknown) => setChoice({ error }))
  }

  return (
    <div className="page">
      <title>{pageTitle(t, { page: title, portal: portal.name, failed })}</title>
      <Heading lead={t('trust.lead')}>{title}</Heading>
      {failed && <Alert tone="error">{authErrorText(choice.error, t).message}</Alert>}
      <div className="form">
        <Button pending={choice.pending === true} onClick={() => choose(true)}>
          {t('trust.yes')}
        </Button>
        <Button look="secondary" pending={choice.pending === false} onClick={() => choose(false)}>
          {t('trust.no')}
        </Button>
      </div>
    </div>
  )
}
