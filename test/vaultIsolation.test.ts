import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { http } from 'msw'
import { afterEach, expect, it, vi } from 'vitest'
import { errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'
import { startCognito } from '#test/support/startCognito.ts'

// In tests, all vaults share one thread: module-level state would be shared by their tabs.

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const username = 'ada@example.com'
const ada = { username, password: 'Correct-Horse-1', rememberMe: false }

function session({ auth }: Tab) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

it('keeps the offer of a passkey to the tab that asked for it', async () => {
  const testPool = await startCognito({
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  await testPool.createUser(username, ada.password)
  const tab = openBrowser(testPool.config).openTab()
  await tab.auth.signIn(ada)
  plugInAuthenticator()
  await registerPasskey(tab)
  await session(tab).signOut()

  const other = openBrowser(testPool.config).openTab()
  await other.auth.restored
  const { options } = await tab.auth.offerPasskey({ username, rememberMe: false })
  if (!options) throw new Error('no passkey was offered')
  const optionsJSON = options as Parameters<typeof startAuthentication>[0]['optionsJSON']
  const credential = JSON.stringify(await startAuthentication({ optionsJSON }))
  const stolen = other.auth.signInWithOfferedPasskey({ credential })
  expect(await errorCode(stolen)).toBe('nothingToAnswer')
  await tab.auth.signInWithOfferedPasskey({ credential })
  expect(session(tab).email).toBe(username)
  expect(other.auth.getState().status).toBe('signedOut')
})

async function registerPasskey(tab: Tab) {
  const { callCognito } = session(tab)
  const { CredentialCreationOptions } = await callCognito('StartWebAuthnRegistration', {})
  const optionsJSON = CredentialCreationOptions as unknown as Parameters<
    typeof startRegistration
  >[0]['optionsJSON']
  const registration = await startRegistration({ optionsJSON })
  // AWS types it as any document.
  const Credential = registration as unknown as Record<string, string>
  await callCognito('CompleteWebAuthnRegistration', { Credential })
}

it('aborts only the request of its own tab, also if another tab has one with the same ID', async () => {
  const testPool = await startCognito()
  await testPool.createUser(username, ada.password)
  const requests: Request[] = []
  network.use(
    http.get('https://slow-api.test/*', ({ request }) => {
      requests.push(request)
      return new Promise(() => undefined)
    }),
  )
  const api = { origins: ['https://slow-api.test'] }
  const browser = openBrowser({ ...testPool.config, api })
  const [first, second] = [browser.openTab(), browser.openTab()]
  await first.auth.signIn(ada)
  await vi.waitFor(() => session(second))

  vi.spyOn(crypto, 'randomUUID').mockReturnValue('00000000-0000-4000-8000-000000000000')
  const aborted = new AbortController()
  const [firstUrl, secondUrl] = ['https://slow-api.test/1', 'https://slow-api.test/2']
  const answer = session(first).fetch(firstUrl, { signal: aborted.signal })
  await vi.waitFor(() => expect(requests).toHaveLength(1))
  void errorCode(session(second).fetch(secondUrl))
  await vi.waitFor(() => expect(requests).toHaveLength(2))
  aborted.abort(new Error('not needed'))
  await expect(answer).rejects.toThrow('not needed')
  await vi.waitFor(() => {
    expect(requests.map(({ url, signal }) => [url, signal.aborted])).toEqual([
      [firstUrl, true],
      [secondUrl, false],
    ])
  })
})
