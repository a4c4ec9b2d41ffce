import { describe, expect, it } from 'vitest'
import type { TriggerFunctions } from '#local-cognito/triggers.ts'
import { attributesOf, errorCode, expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { openGoogle } from '#test/support/openGoogle.ts'
import { startCognito } from '#test/support/startCognito.ts'

// What a user meets in a pool whose Lambda triggers have a say.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const ada = { username: email, password, rememberMe: false }

/** Settings of a pool whose `LambdaConfig` names all of these. */
const withTriggers = (triggers: TriggerFunctions) => ({
  triggers: { 'local:test': triggers },
  pool: {
    LambdaConfig: Object.fromEntries(Object.keys(triggers).map((name) => [name, 'local:test'])),
  },
})

async function open(triggers: TriggerFunctions) {
  const testPool = await startCognito(withTriggers(triggers))
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return { testPool, auth }
}

const refusing = (message: string) => () => Promise.reject(new Error(message))

describe('a trigger', () => {
  it('refuses a sign-up with its own words', async () => {
    const { auth } = await open({ PreSignUp: refusing('Only staff may join') })
    const signUp = auth.signUp({ username: email, password, attributes: {} })
    await expect(signUp).rejects.toMatchObject({
      code: 'refusedByPool',
      detail: 'Only staff may join',
    })
  })

  it('confirms a sign-up, which then signs in at once', async () => {
    const { testPool, auth } = await open({
      PreSignUp(event) {
        Object.assign(event.response, { autoConfirmUser: true, autoVerifyEmail: true })
        return event
      },
    })
    await auth.signUp({ username: email, password, attributes: {} })
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
    expect(testPool.cognito.store.messages).toEqual([])
  })

  it('that fails after the confirmation does not lock the user out', async () => {
    const { testPool, auth } = await open({ PostConfirmation: refusing('No table') })
    await auth.signUp({ username: email, password, attributes: {} })
    const challenge = expectChallenge(auth.getState(), 'confirmSignUp')
    const answer = challenge.answer({ code: testPool.codeFor(email) })
    expect(await errorCode(answer)).toBe('refusedByPool')
    await auth.signIn(ada)
    expect(auth.getState().status).toBe('signedIn')
  })

  it.each(['PreAuthentication', 'PostAuthentication'] as const)(
    'refuses a sign-in with its own words: %s',
    async (name) => {
      const { testPool, auth } = await open({ [name]: refusing('Closed on Sundays') })
      await testPool.createUser(email, password)
      await expect(auth.signIn(ada)).rejects.toMatchObject({
        code: 'refusedByPool',
        detail: 'Closed on Sundays',
      })
      expect(auth.getState()).toEqual({ status: 'signedOut' })
    },
  )

  it('adds claims, which the session has, too', async () => {
    const { testPool, auth } = await open({
      PreTokenGeneration(event) {
        const claimsToAddOrOverride = { tenant: 'acme' }
        const groupOverrideDetails = { groupsToOverride: ['admins'] }
        event.response.claimsOverrideDetails = { claimsToAddOrOverride, groupOverrideDetails }
        return event
      },
    })
    await testPool.createUser(email, password)
    await auth.signIn(ada)
    const state = auth.getState()
    if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
    expect(state.session.groups).toEqual(['admins'])
    expect((await state.session.claims()).id).toMatchObject({ tenant: 'acme' })
    expect(await attributesOf(state.session)).toMatchObject({ email })
  })

  it('that fails at a renewal does not end the session', async () => {
    let isBroken = false
    const { testPool, auth } = await open({
      PreTokenGeneration(event) {
        if (isBroken) throw new Error('No table')
        return event
      },
    })
    await testPool.createUser(email, password)
    await auth.signIn(ada)
    const state = auth.getState()
    if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
    isBroken = true
    expect(await errorCode(state.session.renewTokens())).toBe('refusedByPool')
    expect(auth.getState().status).toBe('signedIn')
    isBroken = false
    await state.session.renewTokens()
    expect(auth.getState().status).toBe('signedIn')
  })

  it('words the mail; its code is the one that counts', async () => {
    const { testPool, auth } = await open({
      CustomMessage(event) {
        event.response.emailMessage = `Your code: ${event.request.codeParameter}`
        return event
      },
    })
    await auth.signUp({ username: email, password, attributes: {} })
    const [message] = testPool.cognito.store.messages
    expect(message?.text).toBe(`Your code: ${testPool.codeFor(email)}`)
    const challenge = expectChallenge(auth.getState(), 'confirmSignUp')
    await challenge.answer({ code: testPool.codeFor(email) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('migrates a user who has forgotten the password, but not one who signs in by SRP', async () => {
    const { testPool, auth } = await open({
      UserMigration(event) {
        event.response.userAttributes = { email, email_verified: 'true' }
        event.response.finalUserStatus = 'CONFIRMED'
        return event
      },
    })
    expect(await errorCode(auth.signIn(ada))).toBe('incorrectCredentials')
    await auth.forgotPassword(email)
    const challenge = expectChallenge(auth.getState(), 'resetPassword')
    await challenge.answer({ code: testPool.codeFor(email), newPassword: password })
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })

  it('refuses a user of a provider with its own words', async () => {
    const settings = withTriggers({ PreSignUp: refusing('Only staff may join') })
    const { auth, leave, comeBack } = await openGoogle(settings)
    const answer = await auth.finishFederatedSignIn({ query: await comeBack(await leave()) })
    expect(answer).toMatchObject({
      refused: { code: 'refusedByPool', detail: 'Only staff may join' },
    })
  })
})
