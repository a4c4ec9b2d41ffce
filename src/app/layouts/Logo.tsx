import { useState } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { BrandMark } from './BrandMark.tsx'

/** Files already reported on the console. */
const reported = new Set<string>()

/** Logo of the operator with the portal's name; the default mark replaces a picture that does not load. */
export function Logo() {
  const { portal, brand } = useConfig()
  const { logo, logoDark = logo, wordmark = false } = brand
  const [broken, setBroken] = useState<readonly string[]>([])
  // The mark, unlike a wordmark, does not contain the name.
  const showsName = !wordmark || broken.length > 0

  const picture = (scheme: 'light' | 'dark', file = '') => {
    const setting = scheme === 'dark' && brand.logoDark !== undefined ? 'logoDark' : 'logo'
    function fail() {
      setBroken((before) => [...before, file])
      if (reported.has(file)) return
      reported.add(file)
      console.error(`portal.config.json: the picture of brand.${setting}, ${file}, did not load.`)
    }
    return (
      <span className={`logo-${scheme}`}>
        {broken.includes(file) ? (
          <BrandMark />
        ) : (
          <img className="logo" src={file} alt={showsName ? '' : portal.name} onError={fail} />
        )}
      </span>
    )
  }

  return (
    <>
      {picture('light', logo)}
      {picture('dark', logoDark)}
      {showsName && <span className="brand-name">{portal.name}</span>}
    </>
  )
}
