import type { CallCognito } from '#vault/cognito/actions.ts'
import type { LostAnswers } from '#vault/cognito/lostAnswers.ts'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { AccountAction, UserAttributes } from '#vault/protocol/accountActions.ts'
import type { AccountCommand } from '#vault/protocol/commands.ts'
import type { DeviceStore } from '#vault/session/deviceStore.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import { claimsOf, payloadOf } from '#vault/session/tokens.ts'
import type { UserAhead } from '#vault/session/userAhead.ts'
import { createApiClient, type ApiClientDeps } from './apiClient.ts'
import { changePassword, isPasswords } from './changePassword.ts'
import { createLostAccountAnswers } from './lostAccountAnswers.ts'
import { createMfaPreference } from './mfaPreference.ts'
import { createPasskeyMfaOptOuts } from './passkeyMfaOptOuts.ts'
import { isSensitive } from './sensitiveActions.ts'

/** Dependencies of the account commands. */
interface AccountDeps extends ApiClientDeps {
  call: CallCognito
  devices: DeviceStore
  userAhead: UserAhead
  /** Called with each answer of GetUser. */
  keepAttributes: (userId: string, attributes: UserAttributes | undefined) => void
  lostAnswers: LostAnswers
  /** Undefined where nothing may be stored on disk. */
  onDisk: EncryptedStorage | undefined
  /** @throws VaultError `recentSignInRequired` */
  requireRecentSignIn: (userId: string) => void
}

/**
 * Makes the function that runs the commands of a signed-in user for their own account.
 * It rejects with a VaultError `notSignedIn` if this user is not signed in any more.
 */
export function createAccountCommands(
  deps: AccountDeps,
): (userId: string, command: AccountCommand) => Promise<unknown> {
  const { call, config, devices, keepAttributes, onDisk, sessionManager, userAhead } = deps
  const { lostAnswers, requireRecentSignIn } = deps
  const optOuts = createPasskeyMfaOptOuts(onDisk)
  const setMfaPreference = createMfaPreference({ call, config, sessionManager, optOuts })
  const findersOut = createLostAccountAnswers({ call, sessionManager, setMfaPreference })
  const api = createApiClient(deps)

  function tokensOf(userId: string) {
    const tokens = sessionManager.current()?.tokens
    if (!tokens || claimsOf(tokens).userId !== userId) throw new VaultError({ code: 'notSignedIn' })
    return tokens
  }

  async function forgetDevice(userId: string, DeviceKey: string) {
    const { username } = claimsOf(tokensOf(userId))
    await lostAnswers.attempt(
      `ForgetDevice ${DeviceKey}`,
      () =>
        sessionManager.withAccessToken(userId, (AccessToken) =>
          call('ForgetDevice', { AccessToken, DeviceKey }),
        ),
      ({ data }) => Promise.resolve(data.code === 'gone' ? {} : undefined),
    )
    const device = await devices.find(username)
    if (device?.key === DeviceKey) await devices.forget(device)
  }

  async function deleteUser(userId: string) {
    const { username } = claimsOf(tokensOf(userId))
    requireRecentSignIn(userId)
    await callLast(userId, 'DeleteUser')
    const device = await devices.find(username)
    if (device) await devices.forget(device)
    await optOuts.set(userId, false)
    await sessionManager.end('accountDeleted')
  }

  /** Calls an action that voids the token. After a lost answer, a refused token says that it is done. */
  async function callLast(userId: string, action: 'DeleteUser' | 'GlobalSignOut') {
    await sessionManager.withAccessToken(userId, (AccessToken) =>
      lostAnswers.attempt(
        `${action} ${userId}`,
        async () => {
          try {
            return await call(action, { AccessToken })
          } catch (error) {
            // Certain by itself: the account does not exist any more.
            if (exceptionType(error) !== 'UserNotFoundException') throw error
            return {}
          }
        },
        ({ data }) => Promise.resolve(data.code === 'notSignedIn' ? {} : undefined),
      ),
    )
  }

  function callCognito(userId: string, action: AccountAction, input: Record<string, unknown>) {
    if (action === 'ChangePassword' && isPasswords(input)) {
      return changePassword(deps, userId, input)
    }
    if (isSensitive(action, input)) requireRecentSignIn(userId)
    const run = () =>
      sessionManager.withAccessToken(userId, async (AccessToken) => {
        const ahead = userAhead.answerFor(AccessToken, action)
        // The page's types have checked the input; Cognito refuses what is wrong.
        const answer = await (ahead ?? call(action, { ...input, AccessToken }))
        if ('UserAttributes' in answer) keepAttributes(userId, answer.UserAttributes)
        return answer
      })
    const findOut = findersOut[action]
    if (!findOut) return run()
    return lostAnswers.attempt(`${action} ${userId}`, run, (refusal) =>
      findOut(userId, input, refusal),
    )
  }

  return async function run(userId: string, command: AccountCommand): Promise<unknown> {
    switch (command.name) {
      case 'callCognito': {
        const { action, input } = command.input
        return callCognito(userId, action, asSent(input))
      }
      case 'claims': {
        const { idToken, accessToken } = tokensOf(userId)
        return { id: payloadOf(idToken), access: payloadOf(accessToken) }
      }
      case 'renewTokens':
        return sessionManager.renew(userId)
      case 'forgetDevice':
        return forgetDevice(userId, command.input.key)
      case 'setMfaPreference':
        // Without a factor it only brings passkeys in line with the factors.
        if (command.input.factor !== undefined) requireRecentSignIn(userId)
        return setMfaPreference(userId, command.input)
      case 'signOutEverywhere':
        await callLast(userId, 'GlobalSignOut')
        return void (await sessionManager.end('signedOutHere'))
      case 'deleteUser':
        return deleteUser(userId)
      case 'fetch':
        return api.fetch(userId, command.input)
      case 'abortFetch':
        return api.abort(command.input.id)
    }
  }
}

/** Makes what is checked what is sent: a cloned object may turn into something else on its way to JSON. */
function asSent(input: object): Record<string, unknown> {
  const text = JSON.stringify(input)
  const sent: unknown = JSON.parse(text)
  return { ...(typeof sent === 'object' && sent) }
}
