import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import type { FlowDeps, Outcome } from './pendingChallenge.ts'
import type { VaultStateHolder } from './vaultState.ts'

/** What the sign-in commands work with. */
export interface SignInDeps {
  flow: FlowDeps
  sessionManager: SessionManager
  config: VaultConfig
  applyOutcome: (outcome: Outcome) => Promise<void>
  vaultState: VaultStateHolder
  /** Opened also where no session may be stored: a pending federated sign-in is removed when it ends. */
  openStorage: () => Promise<EncryptedStorage>
}
