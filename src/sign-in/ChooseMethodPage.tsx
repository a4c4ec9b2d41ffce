import { useState } from 'react'
import type { ChallengeOf, Method } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { StepPage } from './StepPage.tsx'

/** Of the names Cognito uses, those of factors that follow another. */
const second: ReadonlySet<Method> = new Set(['SMS_MFA', 'SOFTWARE_TOKEN_MFA'])

/** SELECT_CHALLENGE, SELECT_MFA_TYPE, MFA_SETUP with several: which way it shall be. */
export function ChooseMethodPage({ challenge }: { challenge: ChallengeOf<'chooseMethod'> }) {
  const text = useText()
  const { username, methods, setUp } = challenge
  const [chosen, setChosen] = useState<{ pending?: Method; error?: unknown }>({})

  function choose(method: Method) {
    if (chosen.pending) return
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
      title={text(setUp ? 'choose.titleSetUp' : titleOfChoice)}
      lead={setUp ? text('choose.leadSetUp') : text('choose.lead', { username })}
      failed={'error' in chosen}
    >
      {'error' in chosen && <Alert tone="error">{authErrorText(chosen.error, text).message}</Alert>}
      <ul className="plain-list choices">
        {methods.map((method) => (
          <li key={method}>
            <button
              className="choice"
              type="button"
              aria-busy={chosen.pending === method}
              onClick={() => choose(method)}
            >
              <span className="choice-name">{text(`way.${method}`)}</span>
              <span className="soft small">{text(`way.${method}.hint`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </StepPage>
  )
}
