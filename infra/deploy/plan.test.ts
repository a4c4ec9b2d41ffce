import { describe, expect, it } from 'vitest'
import { assert, boolean, constantFrom, infiniteStream, property } from 'fast-check'
import { viewerRequest, viewerRequestCode } from '../../edge/viewerRequest.ts'
import { contentType } from '../../edge/contentType.ts'
import { inParallel } from './inParallel.ts'
import { planRelease } from './plan.ts'
import { copyKey, recordKey, releaseOf } from './releases.ts'
import { siteFile } from './readBuild.ts'
import { buildOf, sampleBuild, sampleFiles } from './test/sampleBuild.ts'

const now = new Date('2026-11-23T10:00:00Z')
const nothing = { modified: new Map(), releases: [], live: undefined, held: new Map() }

describe('the plan', () => {
  it('invalidates little, however much has changed, and never an asset', async () => {
    const pictures = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`brand/picture ${index}.png`, 'x']),
    )
    const build = await buildOf({ ...sampleFiles('A'), ...pictures, 'help/me.html': 'x' })
    expect(planRelease(releaseOf(build, now), nothing).invalidate).toEqual([
      '/',
      '/brand/*',
      '/favicon.svg',
      '/help/*',
      '/index.html',
      '/portal.config.json',
      '/theme.js',
    ])
  })

  it('writes addresses as CloudFront wants them', async () => {
    const build = await buildOf({ ...sampleFiles('A'), 'brand/größe 1.png': 'x' })
    expect(planRelease(releaseOf(build, now), nothing).invalidate).toContain(
      '/brand/gr%C3%B6%C3%9Fe%201.png',
    )
  })

  it('goes on telling CloudFront of what an aborted run did not', async () => {
    const target = { ...releaseOf(await sampleBuild('A'), now), invalidate: ['/', '/theme.js'] }
    const all = { ...target.assets, ...target.files }
    const copies = Object.values(target.files).map((sha256) => [copyKey(sha256), sha256] as const)
    const held = new Map(
      [...Object.entries(all), ...copies].map(([key, sha256]) => [
        key,
        { sha256, headersRight: true, release: undefined },
      ]),
    )
    const state = { modified: new Map(), releases: [target], live: target.id, held }
    expect(planRelease(target, state)).toEqual({
      assets: [],
      copies: [],
      record: false,
      files: [],
      gone: [],
      invalidate: ['/', '/theme.js'],
    })
  })
})

describe('what is there already', () => {
  const key = 'assets/shared-0000000.js'

  it.each([
    ['as it should be', true, []],
    ['with the wrong type or caching', false, [key]],
  ])('%s', async (_, headersRight, assets) => {
    const target = releaseOf(await sampleBuild('A'), now)
    const sha256 = target.assets[key]
    const held = new Map([[key, { sha256, headersRight, release: undefined }]])
    const plan = planRelease(target, { ...nothing, held })
    expect(plan.assets.filter((path) => path === key)).toEqual(assets)
  })
})

describe('a release', () => {
  it('is named by its day and all of its content, the config included', async () => {
    const files = sampleFiles('A')
    const id = releaseOf(await buildOf(files), now).id
    expect(id).toMatch(/^2026-11-23-[0-9a-f]{8}$/)
    expect(releaseOf(await buildOf(files), now).id).toBe(id)
    for (const path of ['portal.config.json', 'theme.js', 'assets/worker-A00.js']) {
      const changed = await buildOf({ ...files, [path]: `${files[path]} ` })
      expect(releaseOf(changed, now).id, path).not.toBe(id)
    }
  })

  it('keeps its records where no address leads, however it is written', async () => {
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

describe('the type of a file', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/a-1.JS', 'text/javascript; charset=utf-8'],
    ['assets/a-1.woff2', 'font/woff2'],
    ['.well-known/security.txt', 'text/plain; charset=utf-8'],
    ['.well-known/webauthn', 'application/json; charset=utf-8'],
    ['LICENSE', 'application/octet-stream'],
    ['a.constructor', 'application/octet-stream'],
  ])('%s is %s', (path, type) => {
    expect(contentType(path)).toBe(type)
  })
})

describe('working in parallel', () => {
  it('begins nothing after a failure, and ends when what is under way has ended', async () => {
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

  it('knows the bytes of a file by their hash', () => {
    expect(siteFile('a', new TextEncoder().encode('abc')).sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
