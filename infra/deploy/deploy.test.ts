import type { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deploy } from './deploy.ts'
import { siteFile } from './readBuild.ts'
import { expectServed, createBucket } from './test/bucketFixture.ts'
import { type LocalS3, startLocalS3 } from './test/localS3.ts'
import { openS3 } from './test/deployContext.ts'
import { buildOf, sampleBuild, sampleFiles } from './test/sampleBuild.ts'

let local: LocalS3
let s3: S3Client

beforeAll(async () => {
  local = await startLocalS3()
  s3 = openS3(local.endpoint)
})

afterAll(async () => {
  s3.destroy()
  await local.close()
})

const open = async () => createBucket(local, s3)

describe('a deploy', () => {
  it('uploads every file with its type and caching, assets first and index.html last', async () => {
    const { bucket, calls, objects, release } = await open()
    await release('A', '2026-11-23T10:00:00Z')
    const headers = Object.fromEntries(
      [...(await objects())].map(([key, object]) => [
        key,
        `${object.headers['content-type']} | ${object.headers['cache-control']}`,
      ]),
    )
    const forever = 'public, max-age=31536000, immutable'
    expect(headers).toMatchObject({
      'assets/main-A000000.js': `text/javascript; charset=utf-8 | ${forever}`,
      'assets/page-A000000.js': `text/javascript; charset=utf-8 | ${forever}`,
      'assets/worker-A00.js': `text/javascript; charset=utf-8 | ${forever}`,
      'assets/shared-0000000.js': `text/javascript; charset=utf-8 | ${forever}`,
      'favicon.svg': 'image/svg+xml; charset=utf-8 | no-cache',
      'index.html': 'text/html; charset=utf-8 | no-cache',
      'portal.config.json': 'application/json; charset=utf-8 | no-cache',
      'start.js': 'text/javascript; charset=utf-8 | no-cache',
    })
    const puts = calls('PUT').map(({ key }) => key.replace(/^(assets|releases\/files)\/.*/, '$1'))
    expect([...puts.join(' ').matchAll(/(\S+)( \1)*/g)].map(([, key]) => key)).toEqual([
      'assets',
      'releases/files',
      expect.stringMatching(/^releases\/2026-11-23-[0-9a-f]{8}$/),
      'favicon.svg',
      'start.js',
      'portal.config.json',
      'index.html',
      // Without the addresses that were to be invalidated.
      expect.stringMatching(/^releases\/2026-11-23-[0-9a-f]{8}$/),
    ])
    expect([...(await objects()).keys()].filter((key) => key.startsWith('.vite'))).toEqual([])
    await expectServed(local, 'A', bucket)
  })

  it('invalidates the changed files without a hash in their name, in one call', async () => {
    const { release } = await open()
    const first = await release('A', '2026-11-23T10:00:00Z')
    expect(first.invalidated).toEqual([
      ['/', '/favicon.svg', '/index.html', '/portal.config.json', '/start.js'],
    ])
    const second = await release('B', '2026-11-24T10:00:00Z')
    expect(second.invalidated).toEqual([['/', '/index.html', '/portal.config.json', '/start.js']])
  })

  it('makes another release of the same build with another config', async () => {
    const { at, release, bucket } = await open()
    await release('A', '2026-11-23T10:00:00Z')
    const context = at('2026-11-23T11:00:00Z')
    const config = sampleFiles('B')['portal.config.json'] ?? ''
    await deploy(await buildOf({ ...sampleFiles('A'), 'portal.config.json': config }), context)
    const [id] = /2026-11-23-\w+/.exec(context.printed.at(-1) ?? '') ?? []
    const index = await local.object(bucket, 'index.html')
    expect(index?.headers['x-amz-meta-release']).toBe(id)
    expect(context.invalidated).toEqual([['/', '/index.html', '/portal.config.json']])
  })

  it('changes nothing when the same build is deployed again', async () => {
    const { release, calls } = await open()
    await release('A', '2026-11-23T10:00:00Z')
    const before = calls('PUT').length
    const again = await release('A', '2026-11-25T10:00:00Z')
    expect(again.printed.at(-1)).toMatch(
      /^Nothing to do: release 2026-11-23-\w{8} is live and complete\.$/,
    )
    expect(calls('PUT')).toHaveLength(before)
    expect(calls('DELETE')).toEqual([])
    expect(again.invalidated).toEqual([])
  })

  it('continues after an interruption with the missing files', async () => {
    const { bucket, at, calls } = await open()
    const build = await sampleBuild('A')
    const copies: string[] = []
    local.watch(bucket, {
      fault: ({ operation, key }) => {
        if (operation !== 'PUT' || !key.startsWith('releases/')) return undefined
        if (!copies.includes(key)) copies.push(key)
        return copies.indexOf(key) > 1 ? 'reset' : undefined
      },
    })
    await expect(deploy(build, at('2026-11-23T10:00:00Z'))).rejects.toThrow(
      /^Interrupted while storing copies for a rollback \(2 of 4 done\): .*\nThe live site is unchanged: the previous content\.\nRun the same command again to continue\.$/,
    )
    local.watch(bucket, {})
    const before = calls('PUT').length
    await deploy(build, at('2026-11-24T10:00:00Z'))
    // Two copies, the record, four files, and the record after the invalidation.
    expect(calls('PUT').length - before).toBe(8)
    await expectServed(local, 'A', bucket)
  })

  it('restores a file that was deleted by hand', async () => {
    const { at, text, release, bucket } = await open()
    await release('A', '2026-11-23T10:00:00Z')
    await at('2026-11-23T11:00:00Z').site.remove('start.js')
    await release('A', '2026-11-23T12:00:00Z')
    expect(await text('start.js')).toBe(sampleFiles('A')['start.js'])
    await expectServed(local, 'A', bucket)
  })

  it('deletes files that the new release does not have, but none of another tool', async () => {
    const { at, keys, release } = await open()
    const context = at('2026-11-23T10:00:00Z')
    const build = await buildOf({ ...sampleFiles('A'), 'old/page.html': '<p>', 'robots.txt': 'x' })
    await deploy(build, context)
    await context.site.put(siteFile('by-hand.txt', new Uint8Array([1])))
    const { invalidated } = await release('B', '2026-11-24T10:00:00Z')
    const left = (await keys()).filter((key) => !/^(assets|releases)\//.test(key))
    expect(left).toEqual([
      'by-hand.txt',
      'favicon.svg',
      'index.html',
      'portal.config.json',
      'start.js',
    ])
    expect(invalidated[0]).toEqual(expect.arrayContaining(['/old/page.html', '/robots.txt']))
  })

  it('only prints the plan in a dry run', async () => {
    const { at, keys } = await open()
    const context = { ...at('2026-11-23T10:00:00Z'), dryRun: true }
    await deploy(await sampleBuild('A'), context)
    expect(await keys()).toEqual([])
    expect(context.printed).toEqual(
      expect.arrayContaining([
        '    assets/main-A000000.js',
        'This was a dry run: nothing was written.',
      ]),
    )
    expect(context.printed.indexOf('    index.html')).toBeGreaterThan(
      context.printed.indexOf('    portal.config.json'),
    )
  })

  it('refuses an asset with changed content under the same name', async () => {
    const { at, release, text } = await open()
    await release('A', '2026-11-23T10:00:00Z')
    const build = await buildOf({ ...sampleFiles('A'), 'assets/worker-A00.js': 'postMessage(2)' })
    await expect(deploy(build, at('2026-11-24T10:00:00Z'))).rejects.toThrow(
      /^assets\/worker-A00\.js is in the bucket with other content\./,
    )
    expect(await text('assets/worker-A00.js')).toBe('postMessage(`A`)')
  })

  it('stops if another deploy published meanwhile', async () => {
    const { bucket, text, release } = await open()
    await release('A', '2026-11-23T10:00:00Z')
    let inBetween: Promise<unknown> | undefined
    local.watch(bucket, {
      async afterWrite({ key }) {
        if (key !== 'assets/main-B000000.js') return
        inBetween ??= release('C', '2026-11-24T10:00:00Z')
        await inBetween
      },
    })
    await expect(release('B', '2026-11-24T10:00:00Z')).rejects.toThrow(
      /^Interrupted while checking for another deploy: Error: Another deploy has published 2026-11-24-\w+ meanwhile/,
    )
    expect(await text('start.js')).toBe(sampleFiles('C')['start.js'])
  })

  it('refuses an unreadable record', async () => {
    const { at, release } = await open()
    const context = at('2026-11-23T10:00:00Z')
    await context.site.put(siteFile('releases/2026-11-01-00000000', new Uint8Array([1])))
    await expect(release('A', '2026-11-23T10:00:00Z')).rejects.toThrow(
      /^releases\/2026-11-01-00000000 in the bucket is not the record of a release\./,
    )
  })
})
