import { lazy, type ComponentType } from 'react'

/** A component that is loaded when it is first shown. `React.lazy` for named exports. */
export function late<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }))
}
