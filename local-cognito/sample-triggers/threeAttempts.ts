import type { TriggerEvents } from '#local-cognito/triggers.ts'

/**
 * Makes a DefineAuthChallenge trigger: a right answer signs in, the third wrong one fails. A
 * password that is asked for first has to be right.
 * @param isCounted whether the answer to a challenge with this metadata counts as an attempt
 */
export const threeAttempts =
  (isCounted: (metadata: string | undefined) => boolean = () => true) =>
  (event: TriggerEvents['DefineAuthChallenge']): TriggerEvents['DefineAuthChallenge'] => {
    const { session } = event.request
    const last = session.at(-1)
    const wrong = session.filter(
      ({ challengeName, challengeResult, challengeMetadata }) =>
        challengeName === 'CUSTOM_CHALLENGE' && !challengeResult && isCounted(challengeMetadata),
    )
    if (last?.challengeName === 'SRP_A') event.response.challengeName = 'PASSWORD_VERIFIER'
    else if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult)
      event.response.issueTokens = true
    else if (wrong.length >= 3) event.response.failAuthentication = true
    else event.response.challengeName = 'CUSTOM_CHALLENGE'
    return event
  }
