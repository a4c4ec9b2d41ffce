/**
 * The library's own arithmetic, which its `index.d.ts` leaves out.
 * https://github.com/aws-amplify/amplify-js/tree/v5-stable/packages/amazon-cognito-identity-js/src
 */
declare module 'amazon-cognito-identity-js/es/AuthenticationHelper' {
  import type BigInteger from '#vault/srp/bigInteger.ts'

  export type Callback<Value> = (error: Error | null, value: Value) => void

  export default class AuthenticationHelper {
    /** @param poolName the part of the pool id after `_`. Computes g^a at once. */
    constructor(poolName: string)
    getLargeAValue(callback: Callback<BigInteger>): void
    /** @throws Error when B or u is zero, which only a false server sends. */
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      serverB: BigInteger,
      salt: BigInteger,
      callback: Callback<Uint8Array>,
    ): void
    /** Makes a password, a salt and its verifier, to be had by the members below. */
    generateHashDevice(deviceGroupKey: string, deviceKey: string, callback: Callback<null>): void
    getRandomPassword(): string
    /** Hex, padded. */
    getSaltDevices(): string
    /** Hex, padded. */
    getVerifierDevices(): string
  }
}

/** Read by `bigInteger.test.ts` alone: `AuthenticationHelper` is given `bigInteger.ts` instead. */
declare module 'amazon-cognito-identity-js/es/BigInteger' {
  const BigInteger: unknown
  export default BigInteger
}

declare module 'amazon-cognito-identity-js/es/DateHelper' {
  export default class DateHelper {
    /** `Tue Sep 1 09:05:07 UTC 2026`: English, UTC, day unpadded, as PASSWORD_VERIFIER wants it. */
    getNowString(): string
  }
}
