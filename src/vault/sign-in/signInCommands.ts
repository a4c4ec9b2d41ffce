import type { CallCognito } from '#vault/cognito/actions.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { Answer, CodeDelivery } from '#vault/protocol/challenges.ts'
import type { CommandHandlers } from '#vault/protocol/commands.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { DeviceStore } from '#vault/session/deviceStore.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import { beginSrp, type SrpExchange } from '#vault/srp/srpLibrary.ts'
import { signInAcr } from './acr.ts'
import { answerChallenge } from './answerChallenge.ts'
import { createSendLimit } from './concealAccountExistence.ts'
import type { UserAhead } from '#vault/session/userAhead.ts'
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

interface SignInOptions extends Pick<SignInDeps, 'lostAnswers' | 'recentSignIn'> {
  call: CallCognito
  config: VaultConfig
  devices: DeviceStore
  environment: VaultEnvironment
  applyOutcome: (outcome: Outcome) => Promise<void>
  sessionManager: SessionManager
  userAhead: UserAhead
  /** Keeps several pools on one origin apart. */
  name: string
  storage: EncryptedStorage
  vaultState: VaultStateHolder
}

/** Makes the handlers of every command that leads to a session, or verifies again who the user is. */
export function createSignInCommands({ environment, name, ...options }: SignInOptions): {
  handlers: Omit<CommandHandlers, 'account' | 'checkSession' | 'networkRestored' | 'signOut'>
  close: () => void
} {
  const { applyOutcome, config, vaultState } = options
  const srpExchanges = createSrpExchanges(config.cognito.userPoolId)
  const deps: SignInDeps = {
    ...options,
    clientId: config.cognito.userPoolClientId,
    beginSrp: srpExchanges.next,
    sendLimited: createSendLimit(),
  }
  const passkeyAutofill = createPasskeyAutofill(deps)
  const mailLinks = createMailLinks(
    environment.openChannel(`${name}:links`),
    vaultState.pendingChallenge,
    answerPending,
  )

  async function answerPending(answer: Answer): Promise<void> {
    const { outcome, error } = await answerChallenge(deps, vaultState.pendingChallenge(), answer)
    // A refused answer may also lead to a new challenge.
    await applyOutcome(outcome)
    if (error) throw error
  }

  function requirePendingChallenge(): PendingChallenge {
    const pending = vaultState.pendingChallenge()
    if (!pending) throw new VaultError({ code: 'nothingToAnswer' })
    return pending
  }

  /** Sends the code again. For the code of a sign-in, Cognito has no action but to restart the step. */
  async function resendCode(): Promise<CodeDelivery | undefined> {
    const pending = requirePendingChallenge()
    if (isChallengeOfKind(pending, 'confirmSignUp')) return resendConfirmation(deps, pending)
    const { username } = pending.challenge
    if (isChallengeOfKind(pending, 'resetPassword')) return sendResetCode(deps, username)
    if (!isChallengeOfKind(pending, 'sentCode') || !pending.restart) {
      throw new VaultError({ code: 'nothingToAnswer' })
    }
    const outcome = await deps.sendLimited(username, pending.restart)
    await applyOutcome(outcome)
    const next = outcome.kind === 'challenge' ? outcome.pending.challenge : undefined
    return next?.kind === 'sentCode' ? next.delivery : undefined
  }

  return {
    handlers: {
      prepareSignIn: srpExchanges.prepare,
      async signIn(credentials) {
        await applyOutcome(await signIn(deps, credentials))
      },
      async startUserAuth({ username, preferred, rememberMe }) {
        const context = { username, rememberMe, ...signInAcr(config) }
        const asksCognito = preferred !== 'PASSWORD' && preferred !== 'CUSTOM_AUTH'
        const sentCode = asksCognito ? passkeyAutofill.takeSentCode(context) : undefined
        await applyOutcome(sentCode ?? (await startUserAuth(deps, context, preferred)))
      },
      async signUp(input) {
        await applyOutcome(await signUp(deps, input))
      },
      async forgotPassword({ username }) {
        const context = { username, required: false, rememberMe: false }
        await applyOutcome(await forgotPassword(deps, context))
      },
      async answerChallenge(answer) {
        // A link in an email may answer the challenge of another tab.
        if (answer.byLink && (await mailLinks.offer(answer))) return
        await answerPending(answer)
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

/** Begins SRP exchanges ahead of time: A is computed while the user is still typing the password. */
function createSrpExchanges(userPoolId: string): {
  prepare: () => Promise<void>
  /** Each exchange serves one sign-in, because its secret a must not be used twice. */
  next: () => Promise<SrpExchange>
} {
  const poolName = userPoolId.slice(userPoolId.indexOf('_') + 1)
  let prepared: Promise<SrpExchange> | undefined

  return {
    async prepare() {
      prepared ??= beginSrp(poolName)
      await prepared
    },
    next() {
      const exchange = prepared ?? beginSrp(poolName)
      prepared = undefined
      return exchange
    },
  }
}
