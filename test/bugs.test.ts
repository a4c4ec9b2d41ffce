import { describe, expect, it, vi } from 'vitest'
import { answerChallenge } from '#vault/sign-in/answerChallenge.ts'
import { changePassword } from '#vault/account/changePassword.ts'
import { confirmDevice, trustDevice } from '#vault/sign-in/confirmDevice.ts'
import { createEncryptedStore, createMemoryStore } from '#vault/session/sessionStore.ts'
import { createLostAnswers, unlessRefused } from '#vault/cognito/lostAnswers.ts'
import { createPasskeyAutofill } from '#vault/sign-in/passkeyAutofill.ts'
import { createRenewalLimit } from '#vault/session/renewalLimit.ts'
import { createSessionCheck } from '#vault/session/sessionCheck.ts'
import { createStoredList } from '#vault/session/storedList.ts'
import { createUserAhead } from '#vault/session/userAhead.ts'
import { handleAccountStatus } from '#vault/sign-in/handleAccountStatus.ts'
import { isReadable } from '#vault/session/tokens.ts'
import { signInOrElse } from '#vault/sign-in/signIn.ts'
import type { SignInDeps } from '#vault/sign-in/signInDeps.ts'
import * as is from '#vault/protocol/validators.ts'
import { makeToken } from './support/makeToken.ts'

// A bug of the vault is not an answer of Cognito, nor a browser that blocks storage: nothing may handle it as one.

const bug = new TypeError('a bug')
const fail = () => Promise.reject(bug)

const common = { sub: 'u', exp: 2e9, iat: 1, auth_time: 1 }
const tokens = {
  idToken: makeToken({ ...common, token_use: 'id', aud: 'c', 'cognito:username': 'ada' }),
  accessToken: makeToken({ ...common, token_use: 'access', client_id: 'c' }),
  refreshToken: 'r',
  clockDriftMs: 0,
}
const record = { id: 's', rememberMe: false, browserSessionId: 'b', tokens }
const device = { username: 'ada', cognitoUsername: 'ada', key: 'k', groupKey: 'g', password: 'p' }

// Only what these functions reach before they fail.
const deps = {
  call: fail,
  clientId: 'c',
  config: { signIn: {} },
  devices: { find: () => Promise.resolve(device), save: fail, forget: fail },
  sessionManager: { withAccessToken: fail, current: () => record, endIfOver: fail },
  beginSrp: fail,
  lostAnswers: createLostAnswers(),
} as unknown as SignInDeps
const storage = { read: fail, write: fail, remove: fail }
const ada = { username: 'ada', rememberMe: false }
const cognitoChallenge = {
  challengeName: 'EMAIL_OTP',
  cognitoUsername: 'ada',
  session: 's',
} as const

it.each<[string, () => Promise<unknown>]>([
  [
    'an answer to a challenge',
    () => {
      const challenge = {
        kind: 'sentCode',
        medium: 'EMAIL',
        ...ada,
        hasAlternatives: false,
      } as const
      const pending = { challenge, rememberMe: false, cognitoChallenge }
      return answerChallenge(deps, pending, { kind: 'sentCode', code: '123456' })
    },
  ],
  ['a new device', () => confirmDevice(deps, tokens, ada, { DeviceKey: 'k', DeviceGroupKey: 'g' })],
  [
    'the trust in a device',
    () => {
      const challenge = { kind: 'trustDevice', username: 'ada' } as const
      const deviceOwner = { userId: 'u', cognitoUsername: 'ada' }
      return trustDevice(deps, { challenge, rememberMe: false, deviceOwner }, { trust: true })
    },
  ],
  [
    'a new password',
    () => {
      const requireRecentSignIn = () => {
        throw bug
      }
      return changePassword({ ...deps, requireRecentSignIn }, 'u', {
        PreviousPassword: 'a',
        ProposedPassword: 'b',
      })
    },
  ],
  ['the passkeys of a form', () => createPasskeyAutofill(deps).offer(ada)],
  ['a step of a sign-in', () => handleAccountStatus(deps, ada, fail)],
  [
    'the sign-in after a step',
    () => signInOrElse(deps, { ...ada, password: 'a' }, { kind: 'alreadySignedIn' }),
  ],
  ['a question after a lost answer', () => unlessRefused(fail())],
  ['a list on disk', () => createStoredList(storage, 'list', is.isArrayOf(is.isString)).read()],
  ['the session on disk', () => createEncryptedStore(storage).read()],
  [
    'the attributes of a user',
    () => {
      const userAhead = createUserAhead(fail)
      userAhead.ask('token')
      return userAhead.attributes()
    },
  ],
])('is thrown on from %s', async (_, run) => {
  await expect(run()).rejects.toBe(bug)
})

it('is thrown on where tokens are read', () => {
  // A caller without any.
  expect(() => isReadable(undefined as never)).toThrow(TypeError)
})

it('of a renewal counts as an outage, which does not sign out', async () => {
  const store = createMemoryStore()
  await store.write(record)
  const limit = createRenewalLimit(store, { isOnline: () => true }, () => undefined)
  await limit.noteFailure(record, Date.now(), bug)
  limit.close()
  const stored = await store.read()
  expect(stored?.outage).toMatchObject({ code: 'serviceUnavailable', count: 1 })
  // A closed vault starts no timer, but still spares Cognito the renewal.
  expect(() => stored && limit.check(stored, false)).toThrow('serviceUnavailable')
})

describe('of the check of the session', () => {
  function openCheck() {
    const reported = vi.fn<(error: unknown) => void>()
    vi.stubGlobal('reportError', reported)
    const check = createSessionCheck({
      call: fail,
      activity: {
        askedAt: () => 0,
        lastAt: () => 0,
        note: () => undefined,
        noteAsked: () => undefined,
        restore: () => Promise.resolve(),
        close: () => undefined,
      },
      limits: { warnedEnd: () => undefined, endsAt: () => undefined },
      sessionManager: { ...deps.sessionManager, endIfOver: () => Promise.resolve(false) },
      onWarning: () => undefined,
    } as unknown as Parameters<typeof createSessionCheck>[0])
    return { check, reported }
  }

  it('is reported', async () => {
    const { check, reported } = openCheck()
    await check.check({ active: true })
    await vi.waitFor(() => expect(reported).toHaveBeenCalledWith(bug))
    check.close()
    vi.unstubAllGlobals()
  })

  it('is not reported by a vault that is closed', async () => {
    const { check, reported } = openCheck()
    const checked = check.check({ active: true })
    check.close()
    await checked
    await new Promise((resolve) => setTimeout(resolve))
    expect(reported).not.toHaveBeenCalled()
    vi.unstubAllGlobals()
  })
})
