import { withStorage } from '#storage.ts'

const prefix = 'gatehouse.'

/** Reads a preference that is stored in this browser; null if there is none. */
export function readPreference(name: 'theme' | 'language'): string | null {
  return withStorage('localStorage', (storage) => storage.getItem(prefix + name)) ?? null
}

/** Stores a preference. If the storage is blocked or full, the preference lasts until a reload. */
export function savePreference(name: 'theme' | 'language', value: string): void {
  withStorage('localStorage', (storage) => storage.setItem(prefix + name, value))
}
