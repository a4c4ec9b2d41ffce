import type { PendingChallenge, Outcome, FlowDeps } from './pendingChallenge.ts'
import type { MailLinks } from './mailLinks.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'

/** What late commands work with. */
export interface SignInDeps {
  flow: FlowDeps
  mailLinks: MailLinks
  sessionManager: SessionManager
  config: VaultConfig
  applyOutcome: (outcome: Outcome) => Promise<void>
  /** What waits for an answer, if anything does. */
  pendingChallenge: () => PendingChallenge | undefined
  /** Also where no session may be kept: what is on it is gone with its use, and of no use to others. */
  openStorage: () => Promise<EncryptedStorage>
}
