/**
 * The part of https://www.w3.org/TR/trusted-types/ that is used; TypeScript's DOM library has none of it. What
 * `createScriptURL` gives is a TrustedScriptURL; `new Worker` is typed to take text, so it is called text here.
 */
interface Window {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (url: string) => string },
    ) => { createScriptURL: (url: string) => string }
  }
}
