import { onlineManager, QueryClient, type DefaultOptions } from '@tanstack/react-query'
import { AuthError } from '#auth/errors.ts'
import { readLimitMs, withinLimit } from './readLimit.ts'

/** Failures after which the same read may succeed. After a time-out there is no time left for another try. */
const transientCodes = new Set(['network', 'serviceUnavailable', 'tooManyRequests'])

/**
 * Limits the time of each read, its retries and pages included. A query that needs longer names its own limit:
 * `meta: { readLimitMs: 30_000 }`.
 */
const limitTime: NonNullable<NonNullable<DefaultOptions['queries']>['behavior']> = {
  onFetch(context, { meta }) {
    const limit = typeof meta?.['readLimitMs'] === 'number' ? meta['readLimitMs'] : readLimitMs
    const end = Date.now() + limit
    const { fetchFn } = context
    context.fetchFn = () => withinLimit(async () => fetchFn(), end - Date.now())
  },
}

/** Creates the cache of what the account pages read. It decides for all of them what happens without a connection. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        behavior: limitTime,
        // Tries, and tells, also where the browser is or seems to be offline: by default it would wait without a word.
        networkMode: 'always',
        // Not the default with this mode.
        refetchOnReconnect: true,
        // Other errors are final: Cognito would return them again. Offline, the next try comes with the connection.
        retry: (failures, error) =>
          failures < 2 &&
          onlineManager.isOnline() &&
          error instanceof AuthError &&
          transientCodes.has(error.code),
      },
      mutations: { networkMode: 'always' },
    },
  })
}
