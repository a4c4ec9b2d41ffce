import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises'

export interface StateLock {
  release(): Promise<void>
}

/** Id of another process that owns the state file. */
export interface HeldElsewhere {
  heldBy: number
}

/**
 * Locks of this process. One with our process id that is not among them is left over from an
 * earlier process.
 */
const held = new Set<string>()

/**
 * Takes `${file}.lock`, which names the process that may write `file`. Takes over the lock of a
 * process that no longer runs (kill -9, power cut).
 */
export async function lockState(file: string): Promise<StateLock | HeldElsewhere> {
  const lock = `${file}.lock`
  // Second attempt after a stale lock was removed.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (await create(lock)) {
      held.add(lock)
      const release = async () => {
        held.delete(lock)
        await unlink(lock).catch(unlessCode('ENOENT'))
      }
      return { release }
    }
    const owner = await ownerOf(lock)
    if (owner !== undefined && isAlive(owner, lock)) return { heldBy: owner }
    if (owner !== undefined) await clearAway(lock, owner)
  }
  return { heldBy: (await ownerOf(lock)) ?? 0 }
}

/**
 * `link` fails where the lock exists, and creates it with its content, so it is never seen empty.
 */
async function create(lock: string) {
  const draft = `${lock}.${process.pid}`
  await writeFile(draft, `${process.pid}\n`)
  try {
    await link(draft, lock)
    return true
  } catch (error) {
    unlessCode('EEXIST')(error)
    return false
  } finally {
    await unlink(draft)
  }
}

async function ownerOf(lock: string) {
  const text = await readFile(lock, 'utf8').catch(unlessCode('ENOENT'))
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

/** Moves a stale lock away; puts it back where a running process has taken it in the meantime. */
async function clearAway(lock: string, owner: number) {
  const aside = `${lock}.${process.pid}.stale`
  await rename(lock, aside).catch(unlessCode('ENOENT'))
  const moved = await ownerOf(aside)
  if (moved !== undefined && !Object.is(moved, owner))
    await link(aside, lock).catch(unlessCode('EEXIST'))
  await unlink(aside).catch(unlessCode('ENOENT'))
}

function isAlive(pid: number, lock: string) {
  if (pid === process.pid) return held.has(lock)
  // 0 and negative numbers mean process groups to kill(2).
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process runs, but belongs to another user.
    return codeOf(error) === 'EPERM'
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? error.code : undefined

const unlessCode = (expected: string) => (error: unknown) => {
  if (codeOf(error) !== expected) throw error
  return undefined
}
