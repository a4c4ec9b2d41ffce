import { withStorage } from '#storage.ts'

const prefix = 'gatehouse.'

/** What this browser has kept of a person's taste, from one visit to the next. */
export function readPreference(name: 'theme' | 'language'): string | null {
  return withStorage('localStorage', (storage) => storage.getItem(prefix + name)) ?? null
}

/** Keeps it. Where the browser refuses, or is full, it lasts until a reload. */
export function savePreference(name: 'theme' | 'language', value: string): void {
  withStorage('localStorage', (storage) => storage.setItem(prefix + name, value))
}
