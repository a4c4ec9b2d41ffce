import type { CallCognito } from '#vault/cognito/actions.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import type { Answer, CodeDelivery } from '#vault/protocol/challenges.ts'
import type { CommandHandlers } from '#vault/protocol/commands.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { DeviceStore } from '#vault/session/deviceStore.ts'
import { openEncryptedStorage } from '#vault/session/encryptedStorage.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import { createSrpPool } from '#vault/srp/srpPool.ts'
import { signInAcr } from './acr.ts'
import { answerChallenge, type AnswerResult } from './answerChallenge.ts'
import { createSendLimit } from './concealAccountExistence.ts'
import { finishFederatedSignIn, startFederatedSignIn } from './federation.ts'
import { createMailLinks } from './mailLinks.ts'
import { createPasskeyAutofill } from './passkeyAutofill.ts'
import { isChallengeOfKind, type Outcome, type PendingChallenge } from './pendingChallenge.ts'
import {
  answerReauthentication,
  reauthenticate,
  signOutElsewhere,
  stepUp,
} from './reauthenticate.ts'
import { forgotPassword, sendResetCode } from './sendCodes.ts'
import { signIn } from './signIn.ts'
import type { SignInDeps } from './signInDeps.ts'
import { resendConfirmation, signUp } from './signUp.ts'
import { startUserAuth } from './startUserAuth.ts'
import type { VaultStateHolder } from './vaultState.ts'

interface SignInOptions {
  call: CallCognito
  config: VaultConfig
  devices: DeviceStore
  environment: VaultEnvironment
  applyOutcome: (outcome: Outcome) => Promise<void>
  sessionManager: SessionManager
  /** Keeps several pools on one origin apart. */
  name: string
  vaultState: VaultStateHolder
}

/** Makes the handlers of every command that leads to a session, or verifies again who the user is. */
export function createSignInCommands({
  call,
  config,
  devices,
  environment,
  applyOutcome,
  sessionManager,
  name,
  vaultState,
}: SignInOptions): {
  handlers: Omit<CommandHandlers, 'account' | 'signOut'>
  close: () => void
} {
  const { userPoolId, userPoolClientId: clientId } = config.cognito
  const srp = createSrpPool(userPoolId)
  const deps: SignInDeps = {
    flow: {
      call,
      clientId,
      beginSrp: () => srp.take(),
      countCode: createSendLimit(),
      devices,
      withAccessToken: sessionManager.withAccessToken,
      askBeforeSession: vaultState.askBeforeSession,
      showSession() {
        vaultState.askBeforeSession(undefined)
        vaultState.publish()
      },
    },
    sessionManager,
    config,
    applyOutcome,
    vaultState,
    async openStorage() {
      if (!environment.indexedDB) throw new VaultError({ code: 'storageBlocked' })
      return openEncryptedStorage(environment.indexedDB, name)
    },
  }
  const { flow } = deps
  const passkeyAutofill = createPasskeyAutofill(deps)

  const answerHere = async (answer: Answer) =>
    applyAnswer(await answerChallenge(flow, vaultState.pendingChallenge(), answer))
  const mailLinks = createMailLinks(
    environment.openChannel(`${name}:links`),
    vaultState.pendingChallenge,
    answerHere,
  )

  /** Applies the outcome also where the answer was refused: the next challenge may be a new one. */
  async function applyAnswer({ outcome, error }: AnswerResult): Promise<void> {
    await applyOutcome(outcome)
    if (error) throw error
  }

  function requirePendingChallenge(): PendingChallenge {
    const pending = vaultState.pendingChallenge()
    if (!pending) throw new VaultError({ code: 'nothingToAnswer' })
    return pending
  }

  /** Sends the code again. Codes of a sign-in can only be sent by starting the step again. */
  async function resendCode(): Promise<CodeDelivery | undefined> {
    const pending = requirePendingChallenge()
    if (isChallengeOfKind(pending, 'confirmSignUp')) return resendConfirmation(flow, pending)
    const { username } = pending.challenge
    if (isChallengeOfKind(pending, 'resetPassword')) return sendResetCode(flow, username)
    if (!isChallengeOfKind(pending, 'sentCode') || !pending.restart) {
      throw new VaultError({ code: 'nothingToAnswer' })
    }
    flow.countCode(username)
    const outcome = await pending.restart()
    await applyOutcome(outcome)
    const next = outcome.kind === 'challenge' ? outcome.pending.challenge : undefined
    return next?.kind === 'sentCode' ? next.delivery : undefined
  }

  return {
    handlers: {
      prepareSignIn: () => srp.prepare(),
      async signIn({ username, password, keepSignedIn: rememberMe, custom = false }) {
        await applyOutcome(await signIn(flow, { username, password, rememberMe, custom }))
      },
      async startUserAuth({ username, preferred, keepSignedIn: rememberMe }) {
        const context = { username, rememberMe, ...signInAcr(config) }
        await applyOutcome(await startUserAuth(flow, context, preferred))
      },
      async signUp(input) {
        await applyOutcome(await signUp(flow, input))
      },
      async forgotPassword({ username }) {
        const context = { username, required: false, rememberMe: false }
        await applyOutcome(await forgotPassword(flow, context))
      },
      async answerChallenge(answer) {
        // A link in an email may answer the challenge of another tab.
        if (answer.byLink && (await mailLinks.offer(answer))) return
        await answerHere(answer)
      },
      async tryAnotherMethod() {
        const { tryAnotherMethod } = requirePendingChallenge()
        if (!tryAnotherMethod) throw new VaultError({ code: 'nothingToAnswer' })
        await applyOutcome(await tryAnotherMethod())
      },
      resendCode,
      offerPasskey: passkeyAutofill.offer,
      signInWithOfferedPasskey: passkeyAutofill.signIn,
      reauthenticate: (input) => reauthenticate(deps, input),
      signOutElsewhere: (input) => signOutElsewhere(deps, input),
      stepUp: (input) => stepUp(deps, input),
      answerReauthentication: (answer) => answerReauthentication(deps, answer),
      startFederatedSignIn: (input) => startFederatedSignIn(deps, input),
      finishFederatedSignIn: (input) => finishFederatedSignIn(deps, input),
    },
    close: mailLinks.close,
  }
}
