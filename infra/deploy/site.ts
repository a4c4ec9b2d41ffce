import { createHash } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  NotFound,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { cacheControl } from '../../edge/headers.ts'
import { contentType } from '../../edge/contentType.ts'
import type { SiteFile } from './readBuild.ts'

/** What is stored under a key. */
export interface Held {
  /** Of the stored bytes; absent where nobody vouches for them. */
  sha256: string | undefined
  /** Whether it is served with the type and caching it should be. */
  headersRight: boolean
  /** Which release put it there: index.html says so. */
  release: string | undefined
}

/** The bucket of a site. Every method throws what the SDK does when its retries are used up. */
export interface Site {
  /** Every key, with the time of its last write. */
  list(): Promise<Map<string, Date>>
  /** @returns undefined where there is nothing. */
  look(key: string): Promise<Held | undefined>
  read(key: string): Promise<Uint8Array>
  /** Stores a file and asks for it again. @throws when what is there is not what was sent. */
  put(file: SiteFile, release?: string): Promise<void>
  remove(key: string): Promise<void>
}

/** @param abortSignal ends what is under way, and whatever is asked for after it. */
export function openSite(s3: S3Client, bucket: string, abortSignal: AbortSignal): Site {
  const options = { abortSignal }
  // Each call under way listens to it, and eleven would look like a leak to Node.
  setMaxListeners(0, abortSignal)

  async function list(): Promise<Map<string, Date>> {
    const keys = new Map<string, Date>()
    for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket }, options)) {
      for (const { Key, LastModified } of page.Contents ?? []) {
        if (Key !== undefined) keys.set(Key, LastModified ?? new Date())
      }
    }
    return keys
  }

  async function look(key: string): Promise<Held | undefined> {
    try {
      const head = await s3.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }),
        options,
      )
      return {
        sha256: vouchedSha256(head),
        headersRight: head.ContentType === contentType(key) && head.CacheControl === caching(key),
        release: head.Metadata?.['release'],
      }
    } catch (error) {
      if (error instanceof NotFound) return undefined
      throw error
    }
  }

  async function put({ path, bytes, sha256 }: SiteFile, release?: string): Promise<void> {
    const md5 = createHash('md5').update(bytes).digest('hex')
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: path,
        Body: bytes,
        ContentType: contentType(path),
        CacheControl: caching(path),
        // S3 refuses what arrives otherwise, and keeps it for `look`.
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        Metadata: { sha256, md5, ...(release !== undefined && { release }) },
      }),
      options,
    )
    const held = await look(path)
    if (held?.sha256 !== sha256) throw new Error(`${path} is not in the bucket as it was sent`)
  }

  return {
    list,
    look,
    put,
    async read(key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }), options)
      if (!Body) throw new Error(`${key} came without content`)
      return Body.transformToByteArray()
    },
    async remove(key) {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }), options)
    },
  }
}

function caching(key: string): string {
  return cacheControl(`/${key}`)
}

/**
 * S3 itself vouches with the checksum of what it stored. Other servers do so by the ETag, which is the
 * MD5 of what arrived: when that is right, so is the hash we sent along.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
function vouchedSha256(head: HeadObjectCommandOutput): string | undefined {
  if (head.ChecksumSHA256) return Buffer.from(head.ChecksumSHA256, 'base64').toString('hex')
  const { md5 = '', sha256 } = head.Metadata ?? {}
  return head.ETag === `"${md5}"` ? sha256 : undefined
}
