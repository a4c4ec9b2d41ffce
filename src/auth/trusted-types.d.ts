/** The part of https://www.w3.org/TR/trusted-types/ that is used; TypeScript's DOM library has none of it. */
interface Window {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (url: string) => string },
    ) => { createScriptURL: (url: string) => object }
  }
}
