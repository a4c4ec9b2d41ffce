import { lazy, type ComponentType } from 'react'
import { loadPages } from '#i18n/text.ts'
import { renewed } from './renewed.ts'

/** A component that is loaded, with its words, when it is first shown. `React.lazy` for named exports. */
export function late<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => {
    const [module] = await renewed(Promise.all([load(), loadPages()]))
    return { default: module[name] }
  })
}
