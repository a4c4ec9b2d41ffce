import type { CallCognito } from '#vault/cognito/actions.ts'
import type { LostAnswers } from '#vault/cognito/lostAnswers.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { DeviceStore } from '#vault/session/deviceStore.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import type { UserAhead } from '#vault/session/userAhead.ts'
import type { SrpExchange } from '#vault/srp/srpLibrary.ts'
import type { SendLimited } from './concealAccountExistence.ts'
import type { Outcome } from './pendingChallenge.ts'
import type { RecentSignIn } from './recentSignIn.ts'
import type { VaultStateHolder } from './vaultState.ts'

/** Dependencies of the sign-in commands. One object for each vault. */
export interface SignInDeps {
  call: CallCognito
  clientId: string
  config: VaultConfig
  devices: DeviceStore
  sessionManager: SessionManager
  userAhead: UserAhead
  vaultState: VaultStateHolder
  lostAnswers: LostAnswers
  recentSignIn: RecentSignIn
  /** Begins the session, shows the challenge, or returns to the sign-in page. */
  applyOutcome: (outcome: Outcome) => Promise<void>
  /** Begins an SRP exchange, or returns one that was begun ahead of time. Each serves one sign-in. */
  beginSrp: () => Promise<SrpExchange>
  /** Sends a code, unless this user has been sent too many. */
  sendLimited: SendLimited
  /**
   * The encrypted storage for a federated sign-in, which has to outlive the page. Also where the session may not be
   * stored: what is written here is removed when the sign-in ends.
   */
  storage: EncryptedStorage
}
