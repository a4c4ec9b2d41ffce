import type { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listReleases } from './readState.ts'
import { siteFile } from './readBuild.ts'
import { rollBack } from './rollBack.ts'
import { expectServed, createBucket } from './test/bucketFixture.ts'
import { type LocalS3, startLocalS3 } from './test/localS3.ts'
import { openS3 } from './test/deployContext.ts'
import { sampleFiles } from './test/sampleBuild.ts'

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

/** A time relative to now, because the write times of S3 objects cannot be set. */
function daysOn(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString()
}

describe('chunks of earlier releases', () => {
  it('are kept for 30 days after their release was replaced', async () => {
    const { bucket, release, keys } = await open()
    await release('A', daysOn(0))
    await release('B', daysOn(40))
    await release('C', daysOn(50))
    // A was live until day 40, however long ago it was deployed.
    await release('D', daysOn(69))
    for (const name of ['A', 'B', 'C', 'D']) await expectServed(local, name, bucket)
    await release('E', daysOn(71))
    for (const name of ['B', 'C', 'D', 'E']) await expectServed(local, name, bucket)
    const left = await keys()
    expect(left.filter((key) => /^assets\/\w+-A\d/.test(key))).toEqual([])
    expect(left).toContain('assets/shared-0000000.js')
    expect(left.filter((key) => key.startsWith('releases/2'))).toHaveLength(4)
    // index, theme and config of four releases, and the icon that all of them share.
    expect(left.filter((key) => key.startsWith('releases/files/'))).toHaveLength(13)
  })

  it('are kept while their release is live, even for years', async () => {
    const { bucket, release } = await open()
    await release('A', daysOn(0))
    await release('A', daysOn(1000))
    await expectServed(local, 'A', bucket)
    await release('B', daysOn(1000))
    await expectServed(local, 'A', bucket)
  })

  it('of another tool are kept for 30 days after the first release', async () => {
    const { at, release, keys } = await open()
    await at(daysOn(0)).site.put(siteFile('assets/foreign-1.js', new Uint8Array([1])))
    await release('A', daysOn(400))
    await release('B', daysOn(420))
    expect(await keys()).toContain('assets/foreign-1.js')
    await release('C', daysOn(431))
    expect(await keys()).not.toContain('assets/foreign-1.js')
  })
})

describe('a rollback', () => {
  it('restores index.html, the config and the other files', async () => {
    const { bucket, at, text, release } = await open()
    await release('A', '2026-11-20T10:00:00Z')
    await release('B', '2026-11-23T10:00:00Z')
    const context = at('2026-11-23T10:05:00Z')
    const lines = await listReleases(context.site)
    expect(lines).toEqual([
      expect.stringMatching(/^2026-11-23-\w{8} {2}created 2026-11-23 10:00 UTC {2}live$/),
      expect.stringMatching(
        /^2026-11-20-\w{8} {2}created 2026-11-20 10:00 UTC {2}live until 2026-11-23 10:00 UTC, kept until 2026-12-23 10:00 UTC$/,
      ),
    ])
    await rollBack(lines[1]?.split(' ')[0] ?? '', context)
    for (const file of ['index.html', 'portal.config.json', 'start.js', 'favicon.svg']) {
      expect(await text(file)).toBe(sampleFiles('A')[file])
    }
    await expectServed(local, 'B', bucket)
    expect(context.invalidated).toEqual([['/', '/index.html', '/portal.config.json', '/start.js']])
    expect((await listReleases(context.site)).map((line) => line.split('UTC  ')[1])).toEqual([
      expect.stringMatching(/^live until 2026-11-23 10:05 UTC/),
      'live',
    ])
  })

  it('to the live release does nothing', async () => {
    const { at, release, calls } = await open()
    await release('A', '2026-11-20T10:00:00Z')
    const context = at('2026-11-23T10:05:00Z')
    const before = calls('PUT').length
    await rollBack((await listReleases(context.site))[0]?.split(' ')[0] ?? '', context)
    expect(context.printed).toEqual([expect.stringMatching(/^Nothing to do/)])
    expect(calls('PUT')).toHaveLength(before)
  })

  it('is refused before anything is written if a chunk is missing', async () => {
    const { at, release, calls } = await open()
    await release('A', '2026-11-20T10:00:00Z')
    await release('B', '2026-11-23T10:00:00Z')
    const context = at('2026-11-23T10:05:00Z')
    const id = (await listReleases(context.site))[1]?.split(' ')[0] ?? ''
    await context.site.remove('assets/page-A000000.js')
    const before = calls('PUT').length
    await expect(rollBack(id, context)).rejects.toThrow(
      `Release ${id} cannot be restored: assets/page-A000000.js is missing. It was kept until 2026-12-23; build that version again and deploy it.`,
    )
    expect(calls('PUT')).toHaveLength(before)
  })

  it('to a pruned release is refused', async () => {
    const { at, release } = await open()
    await release('A', daysOn(0))
    const id = (await listReleases(at(daysOn(0)).site))[0]?.split(' ')[0] ?? ''
    await release('B', daysOn(1))
    await release('C', daysOn(32))
    await expect(rollBack(id, at(daysOn(32)))).rejects.toThrow(
      `There is no release ${id}. Run with --releases for a list.`,
    )
  })
})
