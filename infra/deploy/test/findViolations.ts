import type { Build } from '../readBuild.ts'
import { isAsset } from '../readBuild.ts'
import { readRecord, recordKey } from '../releases.ts'
import type { StoredObject } from './localS3.ts'

/**
 * What somebody could see go wrong with a bucket as it is now: a page without what it needs, a file
 * beside it that is ahead of its release.
 *
 * @param builds that were ever deployed there, by name.
 * @param target the one that is to be live: beside another's index.html, some files may be its already.
 */
export function findViolations(
  objects: ReadonlyMap<string, StoredObject>,
  builds: Record<string, Build>,
  target: string,
): string[] {
  const hasExactly = (build: Build, path: string) => {
    const wanted = build.get(path)
    return wanted !== undefined && objects.get(path)?.bytes.equals(wanted.bytes) === true
  }
  const violations: string[] = []
  for (const path of ['index.html', 'portal.config.json', 'theme.js']) {
    if (!objects.has(path)) continue
    const served = Object.entries(builds).find(([, build]) => hasExactly(build, path))
    if (!served) {
      violations.push(`${path} is of no build`)
      continue
    }
    const [name, build] = served
    const missing = [...build.keys()].filter((asset) => isAsset(asset) && !hasExactly(build, asset))
    violations.push(...missing.map((asset) => `${path} of ${name} is there before ${asset}`))
    if (path === 'index.html') {
      const beside = ['portal.config.json', 'theme.js']
      violations.push(
        ...beside
          .filter((file) => !hasExactly(build, file))
          .filter(
            (file) =>
              name === target || !Object.values(builds).some((other) => hasExactly(other, file)),
          )
          .map((file) => `index.html of ${name} is there without ${file}`),
        ...recordViolations(objects),
      )
    }
  }
  return violations
}

/** The release that index.html names must be written down, and all there. */
function recordViolations(objects: ReadonlyMap<string, StoredObject>): string[] {
  const key = recordKey(objects.get('index.html')?.headers['x-amz-meta-release'] ?? '')
  const record = objects.get(key)
  if (!record) return [`index.html names ${key}, which is not there`]
  const { assets, files } = readRecord(key, record.bytes)
  return [
    ...Object.keys(assets),
    ...Object.values(files).map((sha256) => `releases/files/${sha256}`),
  ]
    .filter((needed) => !objects.has(needed))
    .map((needed) => `${key} names ${needed}, which is not there`)
}
