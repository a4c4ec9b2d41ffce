import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import type { Place } from '../makeLive.ts'
import { openSite } from '../site.ts'

export const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** Names of the SDK's commands that were sent. */
export type Sent = Set<string>

/** The SDK's patience with the waiting left out. */
function fourAttemptsAtOnce(): NonNullable<S3ClientConfig['retryStrategy']> {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 })
  return {
    acquireInitialRetryToken: async () => token(0),
    refreshRetryTokenForRetry: async (last, { errorType, error }) => {
      if (errorType === 'CLIENT_ERROR' || last.getRetryCount() >= 3)
        throw new Error('Out of attempts', { cause: error })
      return token(last.getRetryCount() + 1)
    },
    recordSuccess: () => undefined,
  }
}

export function openS3(endpoint: string, logger?: S3ClientConfig['logger']): S3Client {
  return new S3Client({
    endpoint,
    forcePathStyle: true,
    region: 'eu-central-1',
    credentials,
    retryStrategy: fourAttemptsAtOnce(),
    ...(logger && { logger }),
  })
}

/** A logger for the SDK's clients that notes which commands they send, whatever came of them. */
export function noting(sent: Sent): NonNullable<S3ClientConfig['logger']> {
  const note = (entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'commandName' in entry) {
      sent.add(String(entry.commandName))
    }
  }
  return { debug: () => undefined, info: note, warn: () => undefined, error: note }
}

/** A place on that server, with what it said and what it invalidated. */
export function openPlace(
  s3: S3Client,
  bucket: string,
  time: string,
): Place & { said: string[]; invalidated: string[][] } {
  const said: string[] = []
  const invalidated: string[][] = []
  return {
    site: openSite(s3, bucket, new AbortController().signal),
    invalidate: async (paths) => {
      invalidated.push(paths)
    },
    now: () => new Date(time),
    say: (line) => said.push(line),
    dryRun: false,
    said,
    invalidated,
  }
}
