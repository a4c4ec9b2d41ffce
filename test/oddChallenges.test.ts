import { expect, it } from 'vitest'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Challenges with more or less in them than the documentation has: what can be answered is shown, the rest is named.

const username = 'ada@example.com'
const Session = 's'.repeat(20)

async function challenged(answer: object) {
  const testPool = await startCognito()
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  testPool.answerInstead('InitiateAuth', () => Response.json(answer))
  const start = () => auth.startUserAuth({ username, rememberMe: false, preferred: 'EMAIL_OTP' })
  return { testPool, auth, start }
}

it.each([
  ['WEB_AUTHN', {}],
  ['WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{"rpId":"localhost"}' }],
  ['SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["PUSH_MFA"]' }],
  ['SELECT_CHALLENGE', {}],
  ['MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA"]' }],
  ['SOMETHING_NEW', {}],
])('names a challenge that no form can answer: %s with %j', async (ChallengeName, parameters) => {
  const odd = { ChallengeName, Session, ChallengeParameters: parameters }
  const { auth, start } = await challenged(odd)
  await start()
  const { challengeName } = expectChallenge(auth.getState(), 'unsupported')
  expect(challengeName).toContain(ChallengeName)
})

it('offers the methods that it knows, and leaves out the others', async () => {
  const AvailableChallenges = ['EMAIL_OTP', 'PUSH_OTP', 'WEB_AUTHN']
  const { auth, start } = await challenged({
    ChallengeName: 'SELECT_CHALLENGE',
    Session,
    AvailableChallenges,
  })
  await start()
  const { methods } = expectChallenge(auth.getState(), 'chooseMethod')
  expect(methods).toEqual(['EMAIL_OTP', 'WEB_AUTHN'])
})

it('asks for the required attributes under either of their names', async () => {
  const requiredAttributes = '["userAttributes.name","phone_number"]'
  const { auth, start } = await challenged({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeParameters: { requiredAttributes },
  })
  await start()
  const challenge = expectChallenge(auth.getState(), 'newPassword')
  expect(challenge.requiredAttributes).toEqual(['name', 'phone_number'])
})

it('refuses a list of attributes that is none', async () => {
  const { auth, start } = await challenged({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeParameters: { requiredAttributes: '{"name":true}' },
  })
  expect(await errorCode(start())).toBe('unexpected')
  expect(auth.getState()).toEqual({ status: 'signedOut' })
})

it('shows no authenticator app to set up without its secret', async () => {
  const { testPool, auth, start } = await challenged({
    ChallengeName: 'MFA_SETUP',
    Session,
    ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  })
  testPool.answerInstead('AssociateSoftwareToken', () => Response.json({ Session }))
  expect(await errorCode(start())).toBe('unexpected')
  expect(auth.getState()).toEqual({ status: 'signedOut' })
})

it('keeps the session of a set-up where the check of the code brings no other, and says when it is wrong', async () => {
  const { testPool, auth, start } = await challenged({
    ChallengeName: 'MFA_SETUP',
    Session,
    ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  })
  testPool.answerInstead('AssociateSoftwareToken', () =>
    Response.json({ SecretCode: 'JBSWY3DPEHPK3PXP', Session }),
  )
  await start()
  const setUp = expectChallenge(auth.getState(), 'setUpTotp')
  testPool.answerInstead('VerifySoftwareToken', () => Response.json({ Status: 'ERROR' }))
  expect(await errorCode(setUp.answer({ code: '123456', deviceName: '' }))).toBe('codeMismatch')
  testPool.answerInstead('VerifySoftwareToken', () => Response.json({ Status: 'SUCCESS' }))
  let sent: unknown
  testPool.answerInstead('RespondToAuthChallenge', async (request) => {
    sent = await request.clone().json()
    return Response.json({ ChallengeName: 'EMAIL_OTP', Session })
  })
  await setUp.answer({ code: '123456', deviceName: '' })
  expect(sent).toMatchObject({ ChallengeName: 'MFA_SETUP', Session })
  // Cognito does not say where it has sent the code.
  expect(expectChallenge(auth.getState(), 'sentCode').delivery).toBeUndefined()
})

it('has nothing to send again, or to change, once another challenge or a session has come', async () => {
  const { testPool, auth, start } = await challenged({ ChallengeName: 'EMAIL_OTP', Session })
  await start()
  const old = expectChallenge(auth.getState(), 'sentCode')
  expect(await errorCode(old.tryAnotherMethod())).toBe('nothingToAnswer')
  testPool.answerInstead('InitiateAuth', () =>
    Response.json({ ChallengeName: 'SOFTWARE_TOKEN_MFA', Session }),
  )
  // The code was to be sent again, but Cognito now asks for the app.
  expect(await old.resend()).toBeUndefined()
  expectChallenge(auth.getState(), 'totpCode')
  expect(await errorCode(old.resend())).toBe('nothingToAnswer')
  testPool.recover()
  await testPool.createUser(username, 'Correct-Horse-1')
  await auth.signIn({ username, password: 'Correct-Horse-1', rememberMe: false })
  expect(await errorCode(old.resend())).toBe('nothingToAnswer')
  expect(await errorCode(old.answer({ code: '123456' }))).toBe('nothingToAnswer')
  expect(auth.getState().status).toBe('signedIn')
})
