/**
 * The languages of the person, as their browser names them, without what is no language tag: a browser that was
 * started without a locale says `C`, and `Intl` throws a RangeError for it.
 * https://www.rfc-editor.org/info/bcp47
 *
 * @returns BCP 47 tags in canonical form, the preferred one first; none where the browser names none.
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
