import { describe, expect, it } from 'vitest'
import { assert, boolean, constantFrom, infiniteStream, property } from 'fast-check'
import { viewerRequest, viewerRequestCode } from '../../edge/viewerRequest.ts'
import { inParallel } from './inParallel.ts'
import { planRelease } from './plan.ts'
import { copyKey, recordKey, releaseOf } from './releases.ts'
import { siteFile } from './readBuild.ts'
import { buildOf, sampleBuild, sampleFiles } from './test/sampleBuild.ts'

const now = new Date('2026-11-23T10:00:00Z')
const empty = { modified: new Map(), releases: [], live: undefined, objects: new Map() }

describe('the plan', () => {
  it('invalidates folders instead of many files, and never an asset', async () => {
    const pictures = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`brand/picture ${index}.png`, 'x']),
    )
    const build = await buildOf({ ...sampleFiles('A'), ...pictures, 'help/me.html': 'x' })
    expect(planRelease(releaseOf(build, now), empty).invalidate).toEqual([
      '/',
      '/brand/*',
      '/favicon.svg',
      '/help/*',
      '/index.html',
      '/portal.config.json',
      '/start.js',
    ])
  })

  it('encodes the addresses to invalidate', async () => {
    const build = await buildOf({ ...sampleFiles('A'), 'brand/größe 1.png': 'x' })
    expect(planRelease(releaseOf(build, now), empty).invalidate).toContain(
      '/brand/gr%C3%B6%C3%9Fe%201.png',
    )
  })

  it('invalidates the addresses that an interrupted run did not', async () => {
    const target = { ...releaseOf(await sampleBuild('A'), now), invalidate: ['/', '/start.js'] }
    const all = { ...target.assets, ...target.files }
    const copies = Object.values(target.files).map((sha256) => [copyKey(sha256), sha256] as const)
    const objects = new Map(
      [...Object.entries(all), ...copies].map(([key, sha256]) => [
        key,
        { sha256, hasRightHeaders: true, release: undefined },
      ]),
    )
    const state = { modified: new Map(), releases: [target], live: target.id, objects }
    expect(planRelease(target, state)).toEqual({
      assets: [],
      copies: [],
      record: false,
      files: [],
      obsolete: [],
      invalidate: ['/', '/start.js'],
    })
  })
})

describe('a stored asset', () => {
  const key = 'assets/shared-0000000.js'

  it.each([
    ['is kept', true, []],
    ['is uploaded again if its type or caching is wrong', false, [key]],
  ])('%s', async (_, hasRightHeaders, assets) => {
    const target = releaseOf(await sampleBuild('A'), now)
    const sha256 = target.assets[key]
    const objects = new Map([[key, { sha256, hasRightHeaders, release: undefined }]])
    const plan = planRelease(target, { ...empty, objects })
    expect(plan.assets.filter((path) => path === key)).toEqual(assets)
  })
})

describe('a release', () => {
  it('hashes the bytes of a file', () => {
    expect(siteFile('a', new TextEncoder().encode('abc')).sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('is named after its day and all of its content, including the config', async () => {
    const files = sampleFiles('A')
    const id = releaseOf(await buildOf(files), now).id
    expect(id).toMatch(/^2026-11-23-[0-9a-f]{8}$/)
    expect(releaseOf(await buildOf(files), now).id).toBe(id)
    for (const path of ['portal.config.json', 'start.js', 'assets/worker-A00.js']) {
      const changed = await buildOf({ ...files, [path]: `${files[path]} ` })
      expect(releaseOf(changed, now).id, path).not.toBe(id)
    }
  })

  it('has records that no address leads to, however it is encoded', async () => {
    const answer = viewerRequest(viewerRequestCode)
    const release = releaseOf(await sampleBuild('A'), now)
    const keys = [recordKey(release.id), ...Object.values(release.files).map(copyKey)]
    assert(
      property(
        constantFrom(...keys),
        infiniteStream(boolean()),
        constantFrom('/', '//', '/./', '/x/../', '/%2e/'),
        (key, coins, start) => {
          const encode = (character: string) =>
            `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
          const uri =
            start + key.replaceAll(/./g, (one) => (coins.next().value ? encode(one) : one))
          expect(answer({ method: 'GET', uri })).toMatchObject({ uri: '/index.html' })
        },
      ),
      { numRuns: 1000 },
    )
    expect(keys.join('')).not.toContain('.')
  })
})

describe('inParallel', () => {
  it('starts nothing after a failure, and waits for the work in progress', async () => {
    const log: string[] = []
    let finish: () => void = () => undefined
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    const all = inParallel(['slow', 'bad', 'never'], 2, async (item) => {
      log.push(`${item} begins`)
      if (item === 'bad') throw new Error('bad')
      await slow
      log.push(`${item} ends`)
    })
    const failed = all.catch(String)
    await new Promise(setImmediate)
    finish()
    expect(await failed).toBe('Error: bad')
    expect(log).toEqual(['slow begins', 'bad begins', 'slow ends'])
  })
})
