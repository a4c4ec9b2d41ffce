import { lazy, type ComponentType } from 'react'
import { loadPages } from '#i18n/text.ts'
import { isReplaced } from './isReplaced.ts'

/** A component that is loaded, with its words, when it is first shown. `React.lazy` for named exports. */
export function late<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => {
    try {
      const [module] = await Promise.all([load(), loadPages()])
      return { default: module[name] }
    } catch (error) {
      if (!(await isReplaced())) throw error
      window.location.reload()
      // Until then, what is there may stay.
      return new Promise<never>(() => {})
    }
  })
}
