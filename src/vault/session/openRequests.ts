import type { TokenSet } from './tokens.ts'

type Answer = { tokens: TokenSet } | { tokens?: never; error: unknown }

/** Renewals that have not been answered yet. */
export interface OpenRequests {
  add: (request: Promise<TokenSet>) => void
  isEmpty: () => boolean
  /** Resolves to the next answer, whichever request it is of; to undefined if none comes in time. */
  next: () => Promise<Answer | undefined>
  /** Waits for all answers, and resolves to the tokens that arrive last, if any do. */
  last: () => Promise<TokenSet | undefined>
}

/** @param patienceMs how long to wait for each answer. */
export function createOpenRequests(patienceMs: number): OpenRequests {
  const open = new Set<Promise<Answer>>()

  async function next(): Promise<Answer | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, patienceMs, undefined)
    })
    const settling = [...open].map(async (request) => ({ request, answer: await request }))
    const settled = await Promise.race([...settling, patience])
    clearTimeout(timer)
    if (settled) open.delete(settled.request)
    return settled?.answer
  }

  return {
    add(request) {
      open.add(
        request.then(
          (tokens) => ({ tokens }),
          (error: unknown) => ({ error }),
        ),
      )
    },
    isEmpty: () => open.size === 0,
    next,
    async last() {
      let last: TokenSet | undefined
      while (open.size > 0) {
        const answer = await next()
        if (!answer) break
        last = answer.tokens ?? last
      }
      return last
    },
  }
}
