import { isTransient, VaultError } from './vaultError.ts'

/**
 * Remembers the tries that Cognito may have carried out although its answer got lost: a broken connection, a timeout,
 * a truncated body. The next try of the same thing is then refused, because it is done already.
 */
export interface LostAnswers {
  /**
   * @param key names what is tried, and for whom; never a password or a code.
   * @param findOut called if a try is refused after one whose answer was lost. Resolves to the result if that one has
   *   succeeded, and to undefined if the refusal holds.
   */
  attempt: <Result extends object>(
    key: string,
    run: () => Promise<Result>,
    findOut: (refusal: VaultError) => Promise<Result | undefined>,
  ) => Promise<Result>
}

/** Makes the memory of one vault. */
export function createLostAnswers(): LostAnswers {
  const lost = new Set<string>()
  return {
    async attempt(key, run, findOut) {
      try {
        const result = await run()
        lost.delete(key)
        return result
      } catch (error) {
        if (isLostAnswer(error)) lost.add(key)
        if (!(error instanceof VaultError) || isTransient(error) || !lost.has(key)) throw error
        try {
          const result = await findOut(error)
          lost.delete(key)
          if (result) return result
        } catch (unclear) {
          // Without an answer it stays open.
          if (!isTransient(unclear)) lost.delete(key)
          throw unclear
        }
        throw error
      }
    },
  }
}

/** Returns whether Cognito may have done what it was asked. A throttled request was not looked at. */
const isLostAnswer = (error: unknown): boolean =>
  error instanceof VaultError && isTransient(error) && error.data.code !== 'tooManyRequests'

/** Resolves to undefined where the promise is rejected by Cognito, for an answer to {@link LostAnswers.attempt}. */
export async function unlessRefused<Result>(promise: Promise<Result>): Promise<Result | undefined> {
  try {
    return await promise
  } catch (error) {
    // No answer to the question either: it stays open.
    if (!(error instanceof VaultError) || isTransient(error)) throw error
    return undefined
  }
}
