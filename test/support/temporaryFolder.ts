import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Creates a folder that is deleted with the scope. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'gatehouse-'))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}
