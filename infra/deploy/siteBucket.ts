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

/** Metadata of a stored object. */
export interface ObjectInfo {
  /** Of the stored bytes; undefined if the server does not confirm it. */
  sha256: string | undefined
  /** Whether its type and caching are as this deploy sets them. */
  hasRightHeaders: boolean
  /** The release that stored it; only index.html has it. */
  release: string | undefined
}

/** The bucket of a site. Every method throws the SDK's error once its retries are used up. */
export interface SiteBucket {
  /** Every key, with the time of its last write. */
  list(): Promise<Map<string, Date>>
  /** @returns undefined for a missing key. */
  head(key: string): Promise<ObjectInfo | undefined>
  read(key: string): Promise<Uint8Array>
  /** Stores a file and verifies it. @throws Error if the stored object differs. */
  put(file: SiteFile, release?: string): Promise<void>
  remove(key: string): Promise<void>
}

/** @param abortSignal aborts the calls in progress and all later ones. */
export function openSiteBucket(s3: S3Client, bucket: string, abortSignal: AbortSignal): SiteBucket {
  const options = { abortSignal }
  // Every call in progress listens to it, and Node warns of a leak from eleven listeners on.
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

  async function head(key: string): Promise<ObjectInfo | undefined> {
    try {
      const found = await s3.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }),
        options,
      )
      return {
        sha256: verifiedSha256(found),
        hasRightHeaders:
          found.ContentType === contentType(key) && found.CacheControl === caching(key),
        release: found.Metadata?.['release'],
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
        // S3 refuses other content, and keeps the checksum for `head`.
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        Metadata: { sha256, md5, ...(release !== undefined && { release }) },
      }),
      options,
    )
    const stored = await head(path)
    if (stored?.sha256 !== sha256) throw new Error(`${path} was not stored as it was sent`)
  }

  return {
    list,
    head,
    put,
    async read(key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }), options)
      if (!Body) throw new Error(`${key} has no content`)
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
 * S3 returns the checksum of the stored bytes. Other servers return their MD5 as ETag: if it is right, so
 * is the SHA-256 in the metadata.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
function verifiedSha256(head: HeadObjectCommandOutput): string | undefined {
  if (head.ChecksumSHA256) return Buffer.from(head.ChecksumSHA256, 'base64').toString('hex')
  const { md5 = '', sha256 } = head.Metadata ?? {}
  return head.ETag === `"${md5}"` ? sha256 : undefined
}
