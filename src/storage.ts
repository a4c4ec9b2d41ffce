/**
 * Reads or writes what this browser keeps for the site. It may refuse: site data are blocked (SecurityError), the
 * storage is full (QuotaExceededError), there is none (null in some web views), or its file is damaged (Firefox's
 * NS_ERROR_FILE_CORRUPTED, which is no DOMException). Callers do without then, so the reason is of no use to them.
 *
 * @param ask calls the storage and nothing else: whatever it throws counts as refused.
 * @returns undefined where the browser refuses.
 * @example
 * withStorage('localStorage', (storage) => storage.getItem('gatehouse.theme')) ?? 'system'
 */
export function withStorage<Result>(
  name: 'localStorage' | 'sessionStorage',
  ask: (storage: Storage) => Result,
): Result | undefined {
  try {
    return ask(window[name])
  } catch {
    return undefined
  }
}
