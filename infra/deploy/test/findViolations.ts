import type { Build } from '../readBuild.ts'
import { isAsset } from '../readBuild.ts'
import { readRecord, recordKey } from '../releases.ts'
import type { StoredObject } from './localS3.ts'

/**
 * Finds states of the bucket that a visitor would notice: a page without the files it needs, or with
 * files of a later release.
 *
 * @param builds every build that was deployed to the bucket, by name.
 * @param target the build being deployed: its files may already be beside the index.html of another.
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
  for (const path of ['index.html', 'portal.config.json', 'start.js']) {
    if (!objects.has(path)) continue
    const served = Object.entries(builds).find(([, build]) => hasExactly(build, path))
    if (!served) {
      violations.push(`${path} belongs to no build`)
      continue
    }
    const [name, build] = served
    const missing = [...build.keys()].filter((asset) => isAsset(asset) && !hasExactly(build, asset))
    violations.push(...missing.map((asset) => `${path} of ${name} is there before ${asset}`))
    if (path === 'index.html') {
      const beside = ['portal.config.json', 'start.js']
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

/** The release that index.html names must have a record, and be complete. */
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
