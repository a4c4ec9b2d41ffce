import { lazy, type ComponentType } from 'react'
import { loadPageMessages } from '#i18n/translate.ts'
import { reloadIfStale } from './reloadIfStale.ts'

/** A component that is loaded, with its words, when it is first shown. `React.lazy` for named exports. */
export function lazyPage<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => {
    const [module] = await reloadIfStale(Promise.all([load(), loadPageMessages()]))
    return { default: module[name] }
  })
}
