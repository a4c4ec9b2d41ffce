/** How long to wait for the document that tells which release is live. */
const patienceMs = 5000

/**
 * Waits for a file of this release. If the file is gone because a newer release is live, reloads the document.
 *
 * @param preventReload returns true if a reload would lose the user's input
 * @param isRetry whether the user has asked for the file once more: some browsers remember for as long as the document
 *   lives that an import has failed, so it is reloaded if the server can be reached
 * @throws the error of `loading`, if there is no newer release or the reload is prevented
 */
export async function reloadIfStale<Module>(
  loading: Promise<Module>,
  preventReload = () => false,
  isRetry = false,
): Promise<Module> {
  try {
    return await loading
  } catch (error) {
    if (!(await needsReload(isRetry)) || preventReload()) throw error
    window.location.reload()
    // Never settles: the page stays unchanged until the reload.
    return new Promise(() => {})
  }
}

/** Whether a text field holds something that the user has typed. */
export function hasTypedText(): boolean {
  return [...document.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')].some(
    (input) => input.value !== input.defaultValue,
  )
}

/**
 * Whether the server has a newer release than this page; for a retry, whether it can be reached. Returns false for a
 * page that was reloaded within the last minute: two caches may disagree about which release is the newer one, and must
 * not cause a loop.
 */
async function needsReload(isRetry: boolean): Promise<boolean> {
  const [opened] = performance.getEntriesByType('navigation')
  const isReloaded = opened && 'type' in opened && opened.type === 'reload'
  if (isReloaded && performance.now() < 60_000) return false
  try {
    // The page is served with `no-cache`, so this is the newest one.
    const response = await fetch('/', { signal: AbortSignal.timeout(patienceMs) })
    const page = await response.text()
    const isOurs = page.includes('id="root"')
    return (
      isOurs &&
      (isRetry ||
        [...document.scripts].some((one) => !page.includes(one.getAttribute('src') ?? '')))
    )
  } catch {
    // Offline: a reload would show less than there is now.
    return false
  }
}
