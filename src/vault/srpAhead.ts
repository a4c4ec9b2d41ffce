import { VaultError } from './errors.ts'
import type { SrpExchange } from './srpLibrary.ts'

/**
 * Begins SRP exchanges before they are needed: the library is loaded and A computed while the person
 * still types.
 */
export function createSrpAhead(userPoolId: string) {
  const poolName = userPoolId.slice(userPoolId.indexOf('_') + 1)
  let ahead: Promise<SrpExchange> | undefined

  async function begin(): Promise<SrpExchange> {
    const library = await import('./srpLibrary.ts').catch((cause: unknown) => {
      throw new VaultError({ code: 'network' }, undefined, { cause })
    })
    return library.beginSrp(poolName)
  }

  return {
    async prepare() {
      const begun = (ahead ??= begin())
      await begun.catch((error: unknown) => {
        if (ahead === begun) ahead = undefined
        throw error
      })
    },
    /** Each exchange serves one sign-in: a is never used twice. */
    async take(): Promise<SrpExchange> {
      const prepared = ahead ?? begin()
      ahead = undefined
      return prepared
    },
  }
}
