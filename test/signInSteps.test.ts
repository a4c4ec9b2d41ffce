import { describe, expect, it } from 'vitest'
import { session } from '#test/support/deviceFixture.ts'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Steps of a sign-in that few pools have. Cognito's answer is given where the local Cognito does not pose the step.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const ada = { username: email, password, rememberMe: false }

async function open() {
  const testPool = await startCognito({
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'] },
  })
  await testPool.createUser(email, password)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return { testPool, auth }
}

const Session = 'x'.repeat(20)

describe('a pool that requires a second factor of a user who has none', () => {
  const setup = (factors: string[]) => () =>
    Response.json({
      ChallengeName: 'MFA_SETUP',
      Session,
      ChallengeParameters: { MFAS_CAN_SETUP: JSON.stringify(factors), USER_ID_FOR_SRP: email },
    })

  it('lets the user choose among several, and choose again', async () => {
    const { testPool, auth } = await open()
    testPool.answerInstead('RespondToAuthChallenge', setup(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']))
    await auth.signIn(ada)
    const choice = expectChallenge(auth.getState(), 'chooseMethod')
    expect(choice).toMatchObject({ methods: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], setUp: true })
    await choice.answer({ method: 'EMAIL_OTP' })
    await expectChallenge(auth.getState(), 'setUpEmail').tryAnotherMethod()
    testPool.answerInstead('AssociateSoftwareToken', () =>
      Response.json({ SecretCode: 'JBSWY3DPEHPK3PXP', Session }),
    )
    await expectChallenge(auth.getState(), 'chooseMethod').answer({ method: 'SOFTWARE_TOKEN_MFA' })
    expect(expectChallenge(auth.getState(), 'setUpTotp').secret).toBe('JBSWY3DPEHPK3PXP')
  })

  it('comes back to the chosen factor when the step has taken too long', async () => {
    const { testPool, auth } = await open()
    let isLate = false
    testPool.answerInstead('RespondToAuthChallenge', () => {
      if (!isLate) return setup(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'])()
      isLate = false
      const message = 'Invalid session for the user, session is expired.'
      return Response.json({ __type: 'NotAuthorizedException', message }, { status: 400 })
    })
    await auth.signIn(ada)
    await expectChallenge(auth.getState(), 'chooseMethod').answer({ method: 'EMAIL_OTP' })
    isLate = true
    const typed = expectChallenge(auth.getState(), 'setUpEmail').answer({ email })
    expect(await errorCode(typed)).toBe('startedAgain')
    expectChallenge(auth.getState(), 'setUpEmail')
  })

  it('says so where no factor of the pool can be set up here', async () => {
    const { testPool, auth } = await open()
    testPool.answerInstead('RespondToAuthChallenge', setup(['SMS_MFA']))
    await auth.signIn(ada)
    expect(expectChallenge(auth.getState(), 'unsupported').challengeName).toContain('SMS_MFA')
  })
})

describe('a question of the triggers of a pool', () => {
  const question = (text: string) => () =>
    Response.json({
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session,
      ChallengeParameters: { USERNAME: email, question: text },
    })

  it('is asked without a password; asked again in the same words, the answer was wrong', async () => {
    const { testPool, auth } = await open()
    testPool.answerInstead('InitiateAuth', question('Name of your first dog?'))
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'CUSTOM_AUTH' })
    testPool.answerInstead('RespondToAuthChallenge', question('Name of your first dog?'))
    const wrong = expectChallenge(auth.getState(), 'custom').answer({ answer: 'Rex' })
    expect(await errorCode(wrong)).toBe('codeMismatch')
    testPool.answerInstead('RespondToAuthChallenge', question('And of your cat?'))
    const right = expectChallenge(auth.getState(), 'custom').answer({ answer: 'Fido' })
    expect(await errorCode(right)).toBe('admitted')
  })

  it('begins anew when the pool has ended the sign-in for a wrong answer', async () => {
    const { testPool, auth } = await open()
    testPool.answerInstead('InitiateAuth', question('Name of your first dog?'))
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'CUSTOM_AUTH' })
    const message = 'Incorrect username or password.'
    testPool.answerInstead('RespondToAuthChallenge', () =>
      Response.json({ __type: 'NotAuthorizedException', message }, { status: 400 }),
    )
    const wrong = expectChallenge(auth.getState(), 'custom').answer({ answer: 'Rex' })
    expect(await errorCode(wrong)).toBe('incorrectCredentials')
    expectChallenge(auth.getState(), 'custom')
  })
})

describe('a signed-in user', () => {
  it('ends every other session with the password, and stays signed in', async () => {
    const { testPool, auth } = await open()
    await auth.signIn(ada)
    const other = openBrowser(testPool.config).openTab()
    await other.auth.signIn(ada)
    expect(await session(auth).signOutElsewhere(password)).toEqual({})
    expect(await errorCode(session(auth).callCognito('GetUser', {}))).toBe('admitted')
    expect(await errorCode(session(other.auth).callCognito('GetUser', {}))).toBe('notSignedIn')
  })

  it('has nothing to answer, resend or try instead', async () => {
    const { auth } = await open()
    await auth.signIn(ada)
    const answer = session(auth).answerReauthentication({ kind: 'totpCode', code: '123456' })
    expect(await errorCode(answer)).toBe('nothingToAnswer')
    const link = auth.answerLink({ kind: 'custom', answer: 'a' })
    expect(await errorCode(link)).toBe('nothingToAnswer')
  })
})
