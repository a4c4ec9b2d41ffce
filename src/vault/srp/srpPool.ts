import { beginSrp, type SrpExchange } from './srpLibrary.ts'

/** Begins SRP exchanges before they are needed: A is computed while the person still types. */
export function createSrpPool(userPoolId: string) {
  const poolName = userPoolId.slice(userPoolId.indexOf('_') + 1)
  let ahead: Promise<SrpExchange> | undefined

  return {
    async prepare() {
      ahead ??= beginSrp(poolName)
      await ahead
    },
    /** Each exchange serves one sign-in: a is never used twice. */
    take(): Promise<SrpExchange> {
      const begun = ahead ?? beginSrp(poolName)
      ahead = undefined
      return begun
    },
  }
}
