import type { CallCognito } from '#vault/cognito/actions.ts'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { UserAttributes } from '#vault/protocol/accountActions.ts'
import type { AccountCommand } from '#vault/protocol/commands.ts'
import type { DeviceStore } from '#vault/session/deviceStore.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import { claimsOf, payloadOf } from '#vault/session/tokens.ts'
import type { UserAhead } from '#vault/session/userAhead.ts'
import { createApiClient, type ApiClientDeps } from './apiClient.ts'
import { createMfaPreference } from './mfaPreference.ts'
import { createPasskeyMfaOptOuts } from './passkeyMfaOptOuts.ts'

/** Dependencies of the account commands. */
interface AccountDeps extends ApiClientDeps {
  call: CallCognito
  devices: DeviceStore
  userAhead: UserAhead
  /** Called with each answer of GetUser. */
  keepAttributes: (userId: string, attributes: UserAttributes | undefined) => void
  /** Undefined where nothing may be stored on disk. */
  onDisk: EncryptedStorage | undefined
}

/**
 * Makes the function that runs the commands of a signed-in user for their own account.
 * It rejects with a VaultError `notSignedIn` if this user is not signed in any more.
 */
export function createAccountCommands(
  deps: AccountDeps,
): (userId: string, command: AccountCommand) => Promise<unknown> {
  const { call, config, devices, keepAttributes, onDisk, sessionManager, userAhead } = deps
  const optOuts = createPasskeyMfaOptOuts(onDisk)
  const setMfaPreference = createMfaPreference({ call, config, sessionManager, optOuts })
  const api = createApiClient(deps)

  function tokensOf(userId: string) {
    const tokens = sessionManager.current()?.tokens
    if (!tokens || claimsOf(tokens).userId !== userId) throw new VaultError({ code: 'notSignedIn' })
    return tokens
  }

  async function forgetDevice(userId: string, DeviceKey: string) {
    const { username } = claimsOf(tokensOf(userId))
    await sessionManager.withAccessToken(userId, (AccessToken) =>
      call('ForgetDevice', { AccessToken, DeviceKey }),
    )
    const device = await devices.find(username)
    if (device?.key === DeviceKey) await devices.forget(device)
  }

  async function deleteUser(userId: string) {
    const { username } = claimsOf(tokensOf(userId))
    await sessionManager.withAccessToken(userId, async (AccessToken) => {
      try {
        await call('DeleteUser', { AccessToken })
      } catch (error) {
        // An earlier try has deleted the account, but its response was lost.
        if (exceptionType(error) !== 'UserNotFoundException') throw error
      }
    })
    const device = await devices.find(username)
    if (device) await devices.forget(device)
    await optOuts.set(userId, false)
    await sessionManager.end('accountDeleted')
  }

  return async function run(userId: string, command: AccountCommand): Promise<unknown> {
    switch (command.name) {
      case 'callCognito': {
        const { action, input } = command.input
        return sessionManager.withAccessToken(userId, async (AccessToken) => {
          const ahead = userAhead.answerFor(AccessToken, action)
          // The page's types have checked the input; Cognito refuses what is wrong.
          const answer = await (ahead ?? call(action, { ...input, AccessToken }))
          if ('UserAttributes' in answer) keepAttributes(userId, answer.UserAttributes)
          return answer
        })
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
        return setMfaPreference(userId, command.input)
      case 'signOutEverywhere':
        await sessionManager.withAccessToken(userId, (AccessToken) =>
          call('GlobalSignOut', { AccessToken }),
        )
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
