import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Store } from '#local-cognito/store.ts'
import { openStateFile } from './stateFile.ts'
import { lockState } from './stateLock.ts'

export interface State {
  readonly store: Store
  readonly save: () => Promise<void>
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
    const { store, save } = await openStateFile(file)
    const close = async () => {
      await save()
      await lock.release()
    }
    return { store, save, close }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function inMemory(): State {
  const nothing = () => Promise.resolve()
  return { store: new Store(), save: nothing, close: nothing }
}
