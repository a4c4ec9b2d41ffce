import { open, readFile, rename } from 'node:fs/promises'
import { Store } from '#local-cognito/store.ts'

export interface StateFile {
  readonly store: Store
  /** Resolves once everything in the store at the time of the call is on disk. */
  readonly save: () => Promise<void>
}

/**
 * Opens the store of one JSON file.
 * @throws Error naming the file, when it exists but cannot be read as a state
 */
export async function openStateFile(file: string): Promise<StateFile> {
  const store = await readStore(file)
  let writing: Promise<void> | undefined
  let queued: Promise<void> | undefined

  const write = async () => {
    try {
      await replace(file, JSON.stringify(store))
    } finally {
      writing = undefined
    }
  }

  /** Calls during a write share one more write. */
  const save = () => {
    if (!writing) return (writing = write())
    const after = () => {
      queued = undefined
      return (writing = write())
    }
    return (queued ??= writing.then(after, after))
  }

  return { store, save }
}

async function readStore(file: string) {
  const text = await readIfThere(file)
  if (text === undefined) return new Store()
  try {
    return Store.fromJSON(JSON.parse(text))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `${file} cannot be read as the state of the local Cognito: ${reason}\n` +
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

/**
 * Replaces the file atomically: a reader sees the old or the new text, whole, even after a crash.
 * rename(2) is atomic, and the text is synced to disk before it.
 */
async function replace(file: string, text: string) {
  const draft = `${file}.tmp`
  // Owner only: the file holds signing keys and password verifiers.
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
