import { createDeviceStore } from '#vault/devices/deviceStore.ts'
import { exceptionType, VaultError } from '#vault/wire/errors.ts'
import type { Commands } from '#vault/messages.ts'
import type { SessionKeeper } from '#vault/session/sessionKeeper.ts'
import { claimsOf, payloadOf } from '#vault/session/tokens.ts'
import { askApi, stopAsking } from './askApi.ts'
import { isOwn } from './guards.ts'
import type { OwnTools } from './ownTools.ts'

/**
 * Carries out a command of somebody who is signed in.
 * @throws VaultError `notSignedIn` when it is somebody else by now.
 */
export async function carryOutOwn(
  tools: OwnTools,
  { userId, request }: Commands['own']['input'],
): Promise<unknown> {
  if (!isOwn(request)) throw new VaultError({ code: 'unexpected', field: 'own' })
  const { call, keeper } = tools
  switch (request.name) {
    case 'act': {
      const { action, input } = request.input
      return keeper.withAccessToken(userId, (AccessToken) =>
        // The page's side is typed by the same table; what is wrong all the same, Cognito refuses.
        call(action, { ...input, AccessToken }),
      )
    }
    case 'claims': {
      const { idToken, accessToken } = tokensOf(keeper, userId)
      return { id: payloadOf(idToken), access: payloadOf(accessToken) }
    }
    case 'renew':
      return keeper.renew(userId)
    case 'forgetDevice':
      return forgetDevice(tools, userId, request.input.key)
    case 'signOutEverywhere':
      await keeper.withAccessToken(userId, (AccessToken) => call('GlobalSignOut', { AccessToken }))
      return void (await keeper.end('signedOutHere'))
    case 'deleteUser':
      return deleteUser(tools, userId)
    case 'fetch':
      return askApi(tools, userId, request.input)
    case 'stopFetch':
      return stopAsking(request.input.id)
  }
}

async function forgetDevice(tools: OwnTools, userId: string, DeviceKey: string) {
  const { call, keeper } = tools
  const { username } = claimsOf(tokensOf(keeper, userId))
  await keeper.withAccessToken(userId, (AccessToken) =>
    call('ForgetDevice', { AccessToken, DeviceKey }),
  )
  await forgetHere(tools, username, (key) => key === DeviceKey)
}

async function deleteUser(tools: OwnTools, userId: string) {
  const { call, keeper } = tools
  const { username } = claimsOf(tokensOf(keeper, userId))
  await keeper.withAccessToken(userId, async (AccessToken) => {
    try {
      await call('DeleteUser', { AccessToken })
    } catch (error) {
      // Deleted by an earlier try, whose answer was lost on its way.
      if (exceptionType(error) !== 'UserNotFoundException') throw error
    }
  })
  await forgetHere(tools, username, () => true)
  await keeper.end('accountDeleted')
}

/** What this browser was to Cognito, for this person. */
async function forgetHere(
  { config, environment, name }: OwnTools,
  username: string,
  isMeant: (key: string) => boolean,
) {
  const onDisk = config.session.storage === 'memory' ? undefined : environment.indexedDB
  const devices = createDeviceStore(onDisk, name)
  const device = await devices.find(username)
  if (device && isMeant(device.key)) await devices.forget(device)
}

function tokensOf(keeper: SessionKeeper, userId: string) {
  const tokens = keeper.current()?.tokens
  if (!tokens || claimsOf(tokens).userId !== userId) throw new VaultError({ code: 'notSignedIn' })
  return tokens
}
