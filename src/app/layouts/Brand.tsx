import { lazy, Suspense } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { BrandMark } from './BrandMark.tsx'

// Only for those who have one.
const Logo = lazy(() =>
  import('./Logo.tsx').then(
    (module) => ({ default: module.Logo }),
    () => ({ default: BrandMark }),
  ),
)

/** The operator's logo, or the mark; and the portal's name. */
export function Brand() {
  const { portal, brand } = useConfig()
  return brand.logo === undefined ? (
    <>
      <BrandMark />
      <span className="brand-name">{portal.name}</span>
    </>
  ) : (
    <Suspense>
      <Logo />
    </Suspense>
  )
}
