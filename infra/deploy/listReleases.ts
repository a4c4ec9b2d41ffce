import { keptUntil } from './pruning.ts'
import { readOverview } from './readState.ts'
import type { Site } from './site.ts'

/** @returns a line for each release, newest first. */
export async function listReleases(site: Site): Promise<string[]> {
  const { releases, live } = await readOverview(site)
  if (releases.length === 0) return ['There is no release yet.']
  return releases.map((release) => {
    const { id, created, lastLive } = release
    const was = lastLive === undefined ? 'never live' : `live until ${minute(lastLive)}`
    const state =
      id === live ? 'live' : `${was}, kept until ${minute(keptUntil(release).toISOString())}`
    return `${id}  made ${minute(created)}  ${state}`
  })
}

function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`
}
