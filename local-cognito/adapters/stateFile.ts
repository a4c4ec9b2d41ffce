import { type FileHandle, open, readFile, rename } from 'node:fs/promises'
import { type Changes, Store } from '#local-cognito/store.ts'

/**
 * File of a store: its first line is the whole state, as JSON; each further line is what one request
 * changed. So a request costs what it changes, however large the state is.
 *
 * Appended lines survive `kill -9`, since the system has them; they are not synced to disk, so a power
 * cut may take the last ones.
 */
export interface StateFile {
  readonly store: Store
  /** Appends a line, and resolves once the system has it. Calls must not overlap. */
  readonly append: (changes: Changes) => Promise<void>
  /** Replaces all lines by one. */
  readonly compact: () => Promise<void>
  /** Leaves one line, which any tool for JSON can read. */
  readonly close: () => Promise<void>
}

/** Smallest number of bytes that are appended before the file is compacted. */
const MIN_APPENDED_BYTES = 1_000_000

/**
 * Opens the store of one file, which need not exist.
 * @throws Error naming the file and the line, when it cannot be read as a state
 */
export async function openStateFile(file: string): Promise<StateFile> {
  const store = await readStore(file)
  /** Open for appending. Undefined where the file's end is not known to be a whole line. */
  let end: FileHandle | undefined
  let appended = 0
  let limit = 0

  async function append(changes: Changes) {
    const line = Buffer.from(`${JSON.stringify(changes)}\n`)
    // The file stays below twice the size of the state, and each byte is written twice on average.
    if (!end || appended + line.length > limit) return compact()
    try {
      await end.appendFile(line)
      appended += line.length
    } catch (error) {
      // Part of the line may be in the file, so nothing may follow it.
      await closeEnd()
      throw error
    }
  }

  /**
   * Writes another file and renames it, which is atomic: after a crash at any step there is the old
   * file or the new one, whole.
   */
  async function compact() {
    const state = Buffer.from(`${JSON.stringify(store)}\n`)
    const draft = `${file}.tmp`
    // Owner only: the file holds signing keys and password verifiers.
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(state)
      // Otherwise a power cut could leave the new name with nothing in it.
      await handle.sync()
      await closeEnd()
      await rename(draft, file)
    } catch (error) {
      await handle.close()
      throw error
    }
    end = handle
    appended = 0
    limit = Math.max(state.length, MIN_APPENDED_BYTES)
  }

  async function closeEnd() {
    const handle = end
    end = undefined
    await handle?.close()
  }

  async function close() {
    if (!end || appended > 0) await compact()
    await closeEnd()
  }

  return { store, append, compact, close }
}

async function readStore(file: string) {
  const text = await readIfThere(file)
  if (text === undefined) return new Store()
  const [state = '', ...changes] = text.split('\n')
  // What follows the last line feed is empty, or a line that the process did not finish, so that its
  // request was never answered.
  changes.pop()
  const store = readLine(file, 1, () => Store.fromJSON(JSON.parse(state)))
  for (const [index, line] of changes.entries())
    readLine(file, index + 2, () => store.apply(JSON.parse(line)))
  // What was read is no change.
  store.takeChanges()
  return store
}

function readLine<T>(file: string, line: number, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `${file} cannot be read as the state of the local Cognito: line ${line}: ${reason}\n` +
        'Nothing was changed. Move the file away, or delete it, to start afresh.',
      { cause },
    )
  }
}

async function readIfThere(file: string) {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
