import { withStorage } from '#storage.ts'

const prefix = 'gatehouse.'

/** The taste of whoever uses this browser, and the vault's own: neither is of one person. */
const stays = ['theme', 'language', 'tab'].map((name) => prefix + name)

/** Removes what pages have kept of a person in this browser. What the vault keeps, the vault removes. */
export function clearStoredData(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    withStorage(name, (storage) => {
      for (const key of Object.keys(storage)) {
        if (key.startsWith(prefix) && !stays.includes(key)) storage.removeItem(key)
      }
    })
  }
}
