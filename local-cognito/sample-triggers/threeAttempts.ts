import type { DefineAuthChallengeEvent } from '#local-cognito/triggers.ts'

/**
 * A define function for challenges with a right and a wrong answer: the right one lets in, the third
 * wrong one does not. A password that was asked for first has to be right.
 * @param isCounted whether an answer, by the challenge's metadata, is an attempt at all
 */
export const threeAttempts =
  (isCounted: (metadata: string | undefined) => boolean = () => true) =>
  (event: DefineAuthChallengeEvent): DefineAuthChallengeEvent => {
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
