import type { S3Client } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { deploy } from '../deploy.ts'
import { isAsset } from '../readBuild.ts'
import type { LocalS3 } from './localS3.ts'
import { createContext } from './deployContext.ts'
import { sampleBuild } from './sampleBuild.ts'

/** A new bucket, and deploys of sample builds to it. */
export async function createBucket(local: LocalS3, s3: S3Client) {
  const bucket = await local.newBucket()
  const at = (time: string) => createContext(s3, bucket, time)
  return {
    bucket,
    at,
    objects: async () => local.objects(bucket),
    text: async (key: string) => (await local.object(bucket, key))?.bytes.toString(),
    keys: async () => [...(await local.objects(bucket)).keys()],
    calls: (operation: string) =>
      local.calls.filter((call) => call.bucket === bucket && call.operation === operation),
    release: async (name: string, time: string) => {
      const context = at(time)
      await deploy(await sampleBuild(name), context)
      return context
    },
  }
}

/** Expects every asset of that build in the bucket, so that a page opened from it keeps working. */
export async function expectServed(local: LocalS3, name: string, bucket: string) {
  const build = await sampleBuild(name)
  const objects = await local.objects(bucket)
  for (const { path, bytes } of [...build.values()].filter((file) => isAsset(file.path))) {
    expect(objects.get(path)?.bytes.equals(bytes), `${path} of ${name}`).toBe(true)
  }
}
