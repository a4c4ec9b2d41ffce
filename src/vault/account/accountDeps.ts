import type { CallCognito } from '#vault/cognito/actions.ts'
import type { VaultEnvironment } from '#vault/environment.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'

/** What commands of a signed-in person work with. */
export interface AccountDeps {
  call: CallCognito
  sessionManager: SessionManager
  config: VaultConfig
  environment: VaultEnvironment
  /** Keeps several pools on one origin apart. */
  name: string
}
