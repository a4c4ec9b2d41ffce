import type { CallCognito } from '#vault/wire/actions.ts'
import { answerChallenge } from './answer.ts'
import type { Outcome, Steps } from './attempt.ts'
import { carryOut, lead } from './carryOut.ts'
import { createDeviceStore } from '#vault/devices/deviceStore.ts'
import type { VaultEnvironment } from '#vault/environment.ts'
import type { LateRequest } from './lateCommands.ts'
import { createLinks } from './links.ts'
import type { VaultConfig } from '#vault/messages.ts'
import type { Outward } from '#vault/outward.ts'
import { openSealedDisk } from '#vault/session/sealedDisk.ts'
import type { SessionKeeper } from '#vault/session/sessionKeeper.ts'
import { createSrpAhead } from '#vault/srp/srpAhead.ts'
import { createSendLimit } from './veil.ts'
import { VaultError } from '#vault/wire/errors.ts'

/** Everything on the way to a session. */
export interface WaysIn {
  prepare: () => Promise<void>
  carryOut: (request: LateRequest) => Promise<unknown>
  close: () => void
}

/** What they lead through, and to. */
interface Surroundings {
  call: CallCognito
  config: VaultConfig
  environment: VaultEnvironment
  follow: (outcome: Outcome) => Promise<void>
  keeper: SessionKeeper
  /** Keeps several pools on one origin apart. */
  name: string
  outward: Outward
}

export function createWaysIn({
  call,
  config,
  environment,
  follow,
  keeper,
  name,
  outward,
}: Surroundings): WaysIn {
  const { userPoolId, userPoolClientId: clientId } = config.cognito
  const waiting = outward.attempt
  const srp = createSrpAhead(userPoolId)
  const mayKeep = config.session.storage !== 'memory'
  const steps: Steps = {
    call,
    clientId,
    beginSrp: () => srp.take(),
    countSend: createSendLimit(),
    devices: createDeviceStore(mayKeep ? environment.indexedDB : undefined, name),
    withAccessToken: keeper.withAccessToken,
    ask: outward.ask,
    showSession() {
      outward.ask(undefined)
      outward.publish()
    },
  }
  // To the other tabs, about links in mails.
  const channel = environment.openChannel(`${name}:links`)
  const links = createLinks(channel, waiting, async (answer) =>
    lead({ follow }, await answerChallenge(steps, waiting(), answer)),
  )
  async function openDisk() {
    if (!environment.indexedDB) throw new VaultError({ code: 'storageBlocked' })
    return openSealedDisk(environment.indexedDB, name)
  }

  return {
    prepare: () => srp.prepare(),
    carryOut: (request) =>
      carryOut({ steps, links, keeper, config, follow, waiting, openDisk }, request),
    close: links.close,
  }
}
