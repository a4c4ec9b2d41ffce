const prefix = 'gatehouse.'

/** The taste of whoever uses this browser, and the vault's own: neither is of one person. */
const stays = ['theme', 'language', 'tab'].map((name) => prefix + name)

/** Removes what pages have kept of a person in this browser. What the vault keeps, the vault removes. */
export function forgetHere(): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      const kept = window[storage]
      for (const key of Object.keys(kept)) {
        if (key.startsWith(prefix) && !stays.includes(key)) kept.removeItem(key)
      }
    } catch (error) {
      // A browser that keeps nothing has nothing to forget.
      if (!(error instanceof DOMException)) throw error
    }
  }
}
