import { useState } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { BrandMark } from './BrandMark.tsx'

/** Those that the operator has been told of. */
const reported = new Set<string>()

/** The operator's logo and the portal's name; the mark instead of a picture that cannot be loaded. */
export function Logo() {
  const { portal, brand } = useConfig()
  const { logo, logoDark = logo, wordmark = false } = brand
  const [broken, setBroken] = useState<readonly string[]>([])
  // Whoever meets the mark in one of the schemes needs the name beside it.
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
