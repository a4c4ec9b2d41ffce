import { render } from './render.tsx'
import { SignInForm } from './SignInForm.tsx'
import { callCognito } from './callCognito.ts'
import { beginSrp } from './srp.ts'

async function signInAndRead(username: string, password: string): Promise<string> {
  const srp = beginSrp(benchPool.userPoolId)
  const { ChallengeParameters: challenge } = await callCognito<{
    ChallengeParameters: Record<string, string>
  }>('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: benchPool.userPoolClientId,
    AuthParameters: { USERNAME: username, SRP_A: srp.A },
  })
  const { AuthenticationResult: tokens } = await callCognito<{
    AuthenticationResult: { AccessToken: string }
  }>('RespondToAuthChallenge', {
    ClientId: benchPool.userPoolClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: await srp.answer(challenge, password),
  })
  const { UserAttributes: attributes } = await callCognito<{
    UserAttributes: { Name: string; Value: string }[]
  }>('GetUser', { AccessToken: tokens.AccessToken })
  return attributes.find(({ Name }) => Name === 'email')?.Value ?? ''
}

render(<SignInForm signIn={signInAndRead} />)
