import type { CallCognito } from '#vault/cognito/actions.ts'
import { answerChallenge } from './answerChallenge.ts'
import type { Outcome, FlowDeps } from './pendingChallenge.ts'
import { runSignInCommand, applyAnswerResult } from './runSignInCommand.ts'
import { createDeviceStore } from '#vault/session/deviceStore.ts'
import type { VaultEnvironment } from '#vault/environment.ts'
import type { SignInCommand } from '#vault/protocol/commands.ts'
import { createMailLinks } from './mailLinks.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { VaultStateHolder } from '#vault/vaultState.ts'
import { openEncryptedStorage } from '#vault/session/encryptedStorage.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import { createSrpPool } from '#vault/srp/srpPool.ts'
import { createSendLimit } from './concealAccountExistence.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'

/** Everything on the way to a session. */
export interface SignIn {
  prepare: () => Promise<void>
  run: (request: SignInCommand) => Promise<unknown>
  close: () => void
}

/** What they lead through, and to. */
interface SignInOptions {
  call: CallCognito
  config: VaultConfig
  environment: VaultEnvironment
  applyOutcome: (outcome: Outcome) => Promise<void>
  sessionManager: SessionManager
  /** Keeps several pools on one origin apart. */
  name: string
  vaultState: VaultStateHolder
}

export function createSignIn({
  call,
  config,
  environment,
  applyOutcome,
  sessionManager,
  name,
  vaultState,
}: SignInOptions): SignIn {
  const { userPoolId, userPoolClientId: clientId } = config.cognito
  const pendingChallenge = vaultState.pendingChallenge
  const srp = createSrpPool(userPoolId)
  const mayKeep = config.session.storage !== 'memory'
  const flow: FlowDeps = {
    call,
    clientId,
    beginSrp: () => srp.take(),
    countCode: createSendLimit(),
    devices: createDeviceStore(mayKeep ? environment.indexedDB : undefined, name),
    withAccessToken: sessionManager.withAccessToken,
    askBeforeSession: vaultState.askBeforeSession,
    showSession() {
      vaultState.askBeforeSession(undefined)
      vaultState.publish()
    },
  }
  // To the other tabs, about links in mails.
  const channel = environment.openChannel(`${name}:mailLinks`)
  const mailLinks = createMailLinks(channel, pendingChallenge, async (answer) =>
    applyAnswerResult({ applyOutcome }, await answerChallenge(flow, pendingChallenge(), answer)),
  )
  async function openStorage() {
    if (!environment.indexedDB) throw new VaultError({ code: 'storageBlocked' })
    return openEncryptedStorage(environment.indexedDB, name)
  }

  return {
    prepare: () => srp.prepare(),
    run: (request) =>
      runSignInCommand(
        { flow, mailLinks, sessionManager, config, applyOutcome, pendingChallenge, openStorage },
        request,
      ),
    close: mailLinks.close,
  }
}
