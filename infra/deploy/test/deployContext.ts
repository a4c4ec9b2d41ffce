import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import type { DeployContext } from '../publish.ts'
import { openSiteBucket } from '../siteBucket.ts'

export const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** Retries as the SDK's own strategy, without delays. */
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

/** A logger for the SDK's clients that collects the names of the commands they send. */
export function commandLogger(sent: Set<string>): NonNullable<S3ClientConfig['logger']> {
  const note = (entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'commandName' in entry) {
      sent.add(String(entry.commandName))
    }
  }
  return { debug: () => undefined, info: note, warn: () => undefined, error: note }
}

/** A deploy to a bucket at a fixed time, with everything it printed and invalidated. */
export function createContext(
  s3: S3Client,
  bucket: string,
  time: string,
): DeployContext & { printed: string[]; invalidated: string[][] } {
  const printed: string[] = []
  const invalidated: string[][] = []
  return {
    site: openSiteBucket(s3, bucket, new AbortController().signal),
    invalidate: async (paths) => {
      invalidated.push(paths)
    },
    now: () => new Date(time),
    print: (line) => printed.push(line),
    dryRun: false,
    printed,
    invalidated,
  }
}
