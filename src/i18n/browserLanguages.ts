/**
 * The languages of the browser, without invalid tags: a browser started without a locale reports `C`, for
 * which `Intl` throws a RangeError.
 * https://www.rfc-editor.org/info/bcp47
 *
 * @returns BCP 47 tags in canonical form, the preferred one first; empty if the browser has none.
 */
export function browserLanguages(): string[] {
  return navigator.languages.flatMap((tag) => {
    try {
      return Intl.getCanonicalLocales(tag)
    } catch (error) {
      if (error instanceof RangeError) return []
      throw error
    }
  })
}
