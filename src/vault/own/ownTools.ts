import type { CallCognito } from '#vault/wire/actions.ts'
import type { VaultEnvironment } from '#vault/environment.ts'
import type { VaultConfig } from '#vault/messages.ts'
import type { SessionKeeper } from '#vault/session/sessionKeeper.ts'

/** What commands of a signed-in person work with. */
export interface OwnTools {
  call: CallCognito
  keeper: SessionKeeper
  config: VaultConfig
  environment: VaultEnvironment
  /** Keeps several pools on one origin apart. */
  name: string
}
