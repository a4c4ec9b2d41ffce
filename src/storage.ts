/**
 * Uses `localStorage` or `sessionStorage`, which a browser may refuse: site data is blocked (SecurityError), the
 * storage is full (QuotaExceededError) or null (in some web views), or its file is damaged (Firefox's
 * NS_ERROR_FILE_CORRUPTED, which is not a DOMException). Callers work without it, so the reason is not passed on.
 *
 * @param access calls the storage and nothing else: any error it throws counts as a refusal.
 * @returns the result of `access`, or undefined where the browser refuses.
 * @example
 * withStorage('localStorage', (storage) => storage.getItem('gatehouse.theme')) ?? 'system'
 */
export function withStorage<Result>(
  name: 'localStorage' | 'sessionStorage',
  access: (storage: Storage) => Result,
): Result | undefined {
  try {
    return access(window[name])
  } catch {
    return undefined
  }
}
