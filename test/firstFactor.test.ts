import { describe, expect, it } from 'vitest'
import { posed, refusal } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

async function open(world: Awaited<ReturnType<typeof startCognito>>) {
  const browser = openBrowser(world.config)
  const tab = browser.openTab()
  await tab.auth.restored
  return { browser, tab, auth: tab.auth }
}

/** A pool with two first factors: a password or a code by email. */
const start = () =>
  startCognito({
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })

describe('a sign-in that starts with the username', () => {
  it('offers the methods, and another one after a first choice', async () => {
    const world = await start()
    await world.createUser(email, password)
    const { auth } = await open(world)
    await auth.startUserAuth({ username: email, rememberMe: false })
    const choice = posed(auth.getState(), 'chooseMethod')
    expect(choice.methods.toSorted()).toEqual(['EMAIL_OTP', 'PASSWORD'])
    await choice.answer({ method: 'PASSWORD' })
    const asked = posed(auth.getState(), 'password')
    expect(await refusal(asked.answer({ password: 'Wrong-Horse-1' }))).toBe('incorrectCredentials')
    await asked.tryAnotherMethod()
    await posed(auth.getState(), 'chooseMethod').answer({ method: 'EMAIL_OTP' })
    const sent = posed(auth.getState(), 'sentCode')
    expect(sent).toMatchObject({ delivery: { destination: 'a***@e***' }, hasAlternatives: true })
    expect(await refusal(sent.answer({ code: '12345678' }))).toBe('codeMismatch')
    await sent.answer({ code: world.codeFor(email) })
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })

  it('accepts the password, by SRP', async () => {
    const world = await start()
    await world.createUser(email, password)
    const { auth } = await open(world)
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await posed(auth.getState(), 'password').answer({ password })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('asks for the preferred method at once', async () => {
    const world = await start()
    await world.createUser(email, password)
    const { auth } = await open(world)
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'EMAIL_OTP' })
    await posed(auth.getState(), 'sentCode').answer({ code: world.codeFor(email) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('leads to a challenge also when there is no such account', async () => {
    const world = await start()
    const { auth } = await open(world)
    await auth.startUserAuth({ username: 'nobody@example.com', rememberMe: false })
    const state = auth.getState()
    expect(state.status).toBe('challenge')
  })
})

describe('an account without a password', () => {
  it('is created, confirmed and signed in to with one code, also after a reload', async () => {
    const world = await start()
    const { browser, tab, auth } = await open(world)
    await auth.signUp({ username: email, attributes: {} })
    posed(auth.getState(), 'confirmSignUp')
    const { auth: again } = browser.reload(tab)
    await again.restored
    await posed(again.getState(), 'confirmSignUp').answer({ code: world.codeFor(email) })
    expect(again.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })
})
