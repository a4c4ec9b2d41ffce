import { isStaleRelease } from './isStaleRelease.ts'

/**
 * Waits for a file of this release. Where it is gone because another release has come, the page is
 * loaded anew, unless that would cost what somebody has typed.
 */
export async function reloadIfStale<Module>(
  loading: Promise<Module>,
  isSpared?: () => boolean,
): Promise<Module> {
  try {
    return await loading
  } catch (error) {
    if (!(await isStaleRelease()) || isSpared?.()) throw error
    window.location.reload()
    // Until then, what is there may stay.
    return new Promise(() => {})
  }
}
