import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Actions } from '#vault/cognito/actions.ts'
import { commonFaults, type Fault } from '#test/support/faults.ts'
import { fastTimers } from '#test/support/movedTime.ts'
import { openPortal } from '#test/support/openPortal.tsx'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// One page of each sort, under one fault after the other: each is told in words that are true, nothing that was typed
// is lost, the button can be pressed again, and in the end, without a fault, it works. The vault's side of every
// operation is in faultMatrix.test.ts.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const sentences = {
  network: 'The service cannot be reached. Check your connection and try again.',
  timeout: 'The service took too long to answer. Try again.',
  tooManyRequests: 'It is very busy right now. Try again in a moment.',
  serviceUnavailable: 'The service is having trouble. Try again in a few minutes.',
  unexpected: 'Something unexpected happened. Try again in a moment.',
} as const

type Opened = Awaited<ReturnType<typeof openPortal>>

interface PageJourney {
  action: keyof Actions
  /** Button that sends the request. */
  button: string
  /** Opens the page and fills it in. */
  open: (testPool: TestPool) => Promise<Opened>
  /** Whether a request is sent before the button is pressed for the first time. */
  isRead?: true
  /** Finds what the page shows once it has worked. */
  done: () => Promise<unknown>
  /** Codes of the two answers that are no fault of every action; undefined where they are a success. */
  nothing?: keyof typeof sentences
  anotherShape?: keyof typeof sentences
}

const type = async ({ user }: Opened, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields))
    await user.type(await screen.findByLabelText(label), value)
}

async function signedIn(testPool: TestPool, config = testPool.config) {
  const opened = await openPortal(config, '/account')
  await opened.auth.signIn({ username: email, password, rememberMe: false })
  fastTimers()
  await screen.findByRole('heading', { name: 'Your account' })
  return opened
}

const journeys: Record<string, PageJourney> = {
  'sign-in': {
    action: 'InitiateAuth',
    button: 'Sign in',
    async open({ config }) {
      const opened = await openPortal(config, '/sign-in')
      await type(opened, { 'E-mail address': email, Password: password })
      // Loads while a person types; it has the sentences of the rarer errors.
      await import('#app/stepPages.tsx')
      return opened
    },
    done: () => screen.findByRole('heading', { name: 'Your account' }),
    nothing: 'serviceUnavailable',
    anotherShape: 'unexpected',
  },
  'sign-up': {
    action: 'SignUp',
    button: 'Create account',
    async open({ config }) {
      const opened = await openPortal(config, '/sign-up')
      await type(opened, { 'E-mail address': 'new@example.com', Password: password })
      return opened
    },
    done: () => screen.findByLabelText('Code'),
    nothing: 'serviceUnavailable',
    anotherShape: 'unexpected',
  },
  'password reset': {
    action: 'ConfirmForgotPassword',
    button: 'Save and sign in',
    async open(testPool) {
      const opened = await openPortal(testPool.config, '/forgot-password')
      await opened.auth.forgotPassword(email)
      await type(opened, { Code: testPool.codeFor(email), 'New password': 'Another-Horse-2' })
      return opened
    },
    done: () => screen.findByRole('heading', { name: 'Your account' }),
  },
  profile: {
    action: 'GetUser',
    button: 'Try again',
    isRead: true,
    open: (testPool) => signedIn(testPool),
    done: () => screen.findByText(email, { selector: 'dd, dd *' }),
    nothing: 'serviceUnavailable',
    anotherShape: 'unexpected',
  },
  'change of the profile': {
    action: 'UpdateUserAttributes',
    button: 'Save',
    async open(testPool) {
      const profile = { ...testPool.config.profile, attributes: ['name'] }
      const opened = await signedIn(testPool, { ...testPool.config, profile })
      await opened.user.click(await screen.findByRole('button', { name: 'Change your details' }))
      await type(opened, { 'Full name': 'Ada Lovelace' })
      return opened
    },
    done: () => screen.findByText('Ada Lovelace', { selector: 'dd, dd *' }),
  },
}

function sentenceFor(name: string, { code }: Fault, journey: PageJourney) {
  const found = name === '200 and nothing' ? journey.nothing : journey.anotherShape
  const told = code ?? found
  return told !== undefined && told in sentences ? sentences[told as keyof typeof sentences] : told
}

it.each(Object.entries(journeys))(
  '%s tells of each fault, and can be tried again',
  { timeout: 120_000 },
  async (_, journey) => {
    const { action, button, isRead } = journey
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    let calls = 0
    const bring = ({ answer }: Fault) => {
      calls = 0
      testPool.answerInstead(action, () => {
        calls += 1
        return answer()
      })
    }
    if (isRead) bring(commonFaults.offline)
    const opened = await journey.open(testPool)
    if (isRead) await screen.findByRole('alert')

    for (const [name, fault] of Object.entries<Fault>(commonFaults)) {
      const sentence = sentenceFor(name, fault, journey)
      // A success, after which the page is gone.
      if (sentence === undefined) continue
      bring(fault)
      fastTimers(name === 'silence' ? 100 : undefined)
      await opened.user.click(screen.getByRole('button', { name: button }))
      const isTold = () =>
        screen.getAllByRole('alert').some(({ textContent }) => textContent.endsWith(sentence))
      await waitFor(
        () => {
          expect(calls, name).toBeGreaterThan(0)
          expect(document.querySelector('[aria-busy=true], .skeleton')).toBeNull()
          expect(isTold(), name).toBe(true)
        },
        { timeout: 200_000 },
      )
      expect(calls, name).toBeLessThanOrEqual(4)
    }
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    testPool.recover()
    await opened.user.click(screen.getByRole('button', { name: button }))
    await journey.done()
  },
)
