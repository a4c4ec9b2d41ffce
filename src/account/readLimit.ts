import { AuthError } from '#auth/errors.ts'

/** How long a user waits for what a page reads: a second less than 12 s, which leaves time to draw the message. */
export const readLimitMs = 11_000

/**
 * Waits for a read no longer than that. What it waits for goes on, such as the renewal of the tokens.
 *
 * @throws AuthError `timeout`, or what `read` throws.
 */
export async function withinLimit<Result>(
  read: () => Promise<Result>,
  limitMs = readLimitMs,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AuthError({ code: 'timeout' })), limitMs)
  })
  try {
    return await Promise.race([read(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
