import { useEffect, useState } from 'react'
import { applyBranding } from '#brand/applyBranding.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { brands } from './brands.ts'

const themes = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const directions = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
]

/** A choice that is kept in the URL, so that it survives a reload and can be shared. */
function useChoice(name: string, first: string) {
  const [value, setValue] = useState(
    () => new URLSearchParams(window.location.search).get(name) ?? first,
  )

  function choose(next: string) {
    const url = new URL(window.location.href)
    url.searchParams.set(name, next)
    window.history.replaceState(null, '', url)
    setValue(next)
  }

  return [value, choose] as const
}

/** Shows the whole page in another theme, direction or brand. */
export function Toolbar() {
  const [theme, setTheme] = useChoice('theme', 'system')
  const [direction, setDirection] = useChoice('dir', 'ltr')
  const [brand, setBrand] = useChoice('brand', 'Gatehouse')

  useEffect(() => {
    const root = document.documentElement
    root.dir = direction
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }, [theme, direction])

  useEffect(() => {
    applyBranding(brands.find(({ name }) => name === brand)?.branding ?? {})
  }, [brand])

  return (
    <div className="gallery-toolbar">
      <SelectField
        name="toolbar-theme"
        label="Theme"
        options={themes}
        value={theme}
        onChange={(event) => setTheme(event.target.value)}
      />
      <SelectField
        name="toolbar-direction"
        label="Direction"
        options={directions}
        value={direction}
        onChange={(event) => setDirection(event.target.value)}
      />
      <SelectField
        name="toolbar-brand"
        label="Brand"
        options={brands.map(({ name }) => ({ value: name, label: name }))}
        value={brand}
        onChange={(event) => setBrand(event.target.value)}
      />
    </div>
  )
}
