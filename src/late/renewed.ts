import { isReplaced } from './isReplaced.ts'

/**
 * Waits for a file of this release. Where it is gone because another release has come, the page is
 * loaded anew: only for what is asked for while nothing has been typed yet.
 */
export async function renewed<Module>(loading: Promise<Module>): Promise<Module> {
  try {
    return await loading
  } catch (error) {
    if (!(await isReplaced())) throw error
    window.location.reload()
    // Until then, what is there may stay.
    return new Promise(() => {})
  }
}
