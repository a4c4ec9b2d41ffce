import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Changes, Store } from '#local-cognito/store.ts'
import { openStateFile } from './stateFile.ts'
import { lockState } from './stateLock.ts'

export interface State {
  readonly store: Store
  /** Resolves once the changes survive the end of this process. Calls must not overlap. */
  readonly save: (changes: Changes) => Promise<void>
  /** Saves everything in the store. */
  readonly saveAll: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens the state in `file`; in memory without a file, or where another process owns it.
 * @throws Error naming the file, when it cannot be read
 */
export async function openState(
  file: string | undefined,
  onNotice: (notice: string) => void = () => undefined,
): Promise<State> {
  if (file === undefined) return inMemory()
  await mkdir(dirname(file), { recursive: true })
  const lock = await lockState(file)
  if ('heldBy' in lock) {
    onNotice(
      `${file} is in use by process ${lock.heldBy}: this local Cognito keeps its state in memory. ` +
        `(If that process is no local Cognito, delete ${file}.lock and start again.)`,
    )
    return inMemory()
  }
  try {
    const { store, append, compact, close } = await openStateFile(file)
    return {
      store,
      save: append,
      saveAll: compact,
      async close() {
        try {
          await close()
        } finally {
          await lock.release()
        }
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function inMemory(): State {
  const nothing = () => Promise.resolve()
  return { store: new Store(), save: nothing, saveAll: nothing, close: nothing }
}
