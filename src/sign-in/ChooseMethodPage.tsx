import { useState } from 'react'
import type { ChallengeOf, Method } from '#auth/state.ts'
import { usableMethods } from '#auth/supportsPasskeys.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { ChoiceList } from '#ui/ChoiceList.tsx'
import { StepPage } from './StepPage.tsx'

/** Of the names Cognito uses, those of factors that follow another. */
const second: ReadonlySet<Method> = new Set(['SMS_MFA', 'SOFTWARE_TOKEN_MFA'])

/** SELECT_CHALLENGE, SELECT_MFA_TYPE, MFA_SETUP with several: which way it shall be. */
export function ChooseMethodPage({ challenge }: { challenge: ChallengeOf<'chooseMethod'> }) {
  const t = useTranslate()
  const { username, methods, setUp } = challenge
  const [chosen, setChosen] = useState<{ pending?: Method; error?: unknown }>({})

  function choose(method: Method) {
    setChosen({ pending: method })
    challenge.answer({ method }).then(
      () => setChosen({}),
      (error: unknown) => setChosen({ error }),
    )
  }

  const isSecond = methods.some((method) => second.has(method))
  const titleOfChoice = isSecond ? 'choose.titleSecond' : 'choose.title'
  return (
    <StepPage
      title={t(setUp ? 'choose.titleSetUp' : titleOfChoice)}
      lead={setUp ? t('choose.leadSetUp') : t('choose.lead', { username })}
      failed={'error' in chosen}
    >
      {'error' in chosen && <Alert tone="error">{authErrorText(chosen.error, t).message}</Alert>}
      <ChoiceList
        choices={usableMethods(methods).map((method) => ({
          key: method,
          name: t(`method.${method}`),
          hint: t(`method.${method}.hint`),
        }))}
        pending={chosen.pending}
        onChoose={choose}
      />
    </StepPage>
  )
}
