import { lazy, Suspense } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { BrandMark } from './BrandMark.tsx'

// Loaded only if the config has a logo.
const Logo = lazy(() =>
  import('./Logo.tsx').then(
    (module) => ({ default: module.Logo }),
    () => ({ default: BrandMark }),
  ),
)

/** Logo of the operator, or the default mark with the portal's name. */
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
