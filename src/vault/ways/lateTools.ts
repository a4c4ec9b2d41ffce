import type { Attempt, Outcome, Steps } from './attempt.ts'
import type { Links } from './links.ts'
import type { VaultConfig } from '#vault/messages.ts'
import type { SealedDisk } from '#vault/session/sealedDisk.ts'
import type { SessionKeeper } from '#vault/session/sessionKeeper.ts'

/** What late commands work with. */
export interface LateTools {
  steps: Steps
  links: Links
  keeper: SessionKeeper
  config: VaultConfig
  follow: (outcome: Outcome) => Promise<void>
  /** What waits for an answer, if anything does. */
  waiting: () => Attempt | undefined
  /** Also where no session may be kept: what is on it is gone with its use, and of no use to others. */
  openDisk: () => Promise<SealedDisk>
}
