/** How long a feature of the browser may take to answer. None takes a second where it works. */
export const browserPatienceMs = 4000

/** A feature of the browser is missing, refuses, or does not answer. The vault does without it, where it can. */
export class BrowserFailure extends Error {
  override readonly name = 'BrowserFailure'
  /** As developers know it: `IndexedDB`. */
  readonly feature: string
  /** Whether it did not answer. */
  readonly isSilent: boolean

  constructor(feature: string, options: ErrorOptions & { isSilent?: boolean } = {}) {
    super(`${feature} failed`, options)
    this.feature = feature
    this.isSilent = options.isSilent === true
  }
}

/**
 * Waits for a feature of the browser, for a limited time.
 *
 * @param use calls the feature and nothing else: any error it throws counts as a refusal. Its signal is aborted when
 *   nobody waits any more, so that it can undo what is late.
 * @throws BrowserFailure and nothing else.
 * @example
 * const key = await askBrowser('crypto.subtle', () => crypto.subtle.generateKey(algorithm, false, usages))
 */
export async function askBrowser<Result>(
  feature: string,
  use: (givenUp: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const givingUp = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      givingUp.abort()
      reject(new BrowserFailure(feature, { isSilent: true }))
    }, browserPatienceMs)
  })
  try {
    return await Promise.race([use(givingUp.signal), silence])
  } catch (cause) {
    throw cause instanceof BrowserFailure ? cause : new BrowserFailure(feature, { cause })
  } finally {
    clearTimeout(timer)
  }
}
