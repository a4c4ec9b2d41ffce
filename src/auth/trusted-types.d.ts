/**
 * The part of https://www.w3.org/TR/trusted-types/ that is used here, because TypeScript's DOM library has none of
 * it. `createScriptURL` returns a TrustedScriptURL; it is typed as a string, because `new Worker` takes one.
 */
interface Window {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (url: string) => string },
    ) => { createScriptURL: (url: string) => string }
  }
}
