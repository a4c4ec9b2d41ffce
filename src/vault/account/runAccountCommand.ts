import { createDeviceStore } from '#vault/session/deviceStore.ts'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { Commands } from '#vault/protocol/messages.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import { claimsOf, payloadOf } from '#vault/session/tokens.ts'
import { fetchApi, abortFetch } from './fetchApi.ts'
import { isAccountCommand } from '#vault/protocol/isAccountCommand.ts'
import type { AccountDeps } from './accountDeps.ts'

/**
 * Carries out a command of somebody who is signed in.
 * @throws VaultError `notSignedIn` when it is somebody else by now.
 */
export async function runAccountCommand(
  deps: AccountDeps,
  { userId, request }: Commands['own']['input'],
): Promise<unknown> {
  if (!isAccountCommand(request)) throw new VaultError({ code: 'unexpected', field: 'own' })
  const { call, sessionManager } = deps
  switch (request.name) {
    case 'act': {
      const { action, input } = request.input
      return sessionManager.withAccessToken(userId, (AccessToken) =>
        // The page's side is typed by the same table; what is wrong all the same, Cognito refuses.
        call(action, { ...input, AccessToken }),
      )
    }
    case 'claims': {
      const { idToken, accessToken } = tokensOf(sessionManager, userId)
      return { id: payloadOf(idToken), access: payloadOf(accessToken) }
    }
    case 'renew':
      return sessionManager.renew(userId)
    case 'forgetDevice':
      return forgetDevice(deps, userId, request.input.key)
    case 'signOutEverywhere':
      await sessionManager.withAccessToken(userId, (AccessToken) =>
        call('GlobalSignOut', { AccessToken }),
      )
      return void (await sessionManager.end('signedOutHere'))
    case 'deleteUser':
      return deleteUser(deps, userId)
    case 'fetch':
      return fetchApi(deps, userId, request.input)
    case 'stopFetch':
      return abortFetch(request.input.id)
  }
}

async function forgetDevice(deps: AccountDeps, userId: string, DeviceKey: string) {
  const { call, sessionManager } = deps
  const { username } = claimsOf(tokensOf(sessionManager, userId))
  await sessionManager.withAccessToken(userId, (AccessToken) =>
    call('ForgetDevice', { AccessToken, DeviceKey }),
  )
  await forgetLocalDevice(deps, username, (key) => key === DeviceKey)
}

async function deleteUser(deps: AccountDeps, userId: string) {
  const { call, sessionManager } = deps
  const { username } = claimsOf(tokensOf(sessionManager, userId))
  await sessionManager.withAccessToken(userId, async (AccessToken) => {
    try {
      await call('DeleteUser', { AccessToken })
    } catch (error) {
      // Deleted by an earlier try, whose answer was lost on its way.
      if (exceptionType(error) !== 'UserNotFoundException') throw error
    }
  })
  await forgetLocalDevice(deps, username, () => true)
  await sessionManager.end('accountDeleted')
}

/** What this browser was to Cognito, for this person. */
async function forgetLocalDevice(
  { config, environment, name }: AccountDeps,
  username: string,
  isMeant: (key: string) => boolean,
) {
  const onDisk = config.session.storage === 'memory' ? undefined : environment.indexedDB
  const devices = createDeviceStore(onDisk, name)
  const device = await devices.find(username)
  if (device && isMeant(device.key)) await devices.forget(device)
}

function tokensOf(sessionManager: SessionManager, userId: string) {
  const tokens = sessionManager.current()?.tokens
  if (!tokens || claimsOf(tokens).userId !== userId) throw new VaultError({ code: 'notSignedIn' })
  return tokens
}
