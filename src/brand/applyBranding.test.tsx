import { afterEach, expect, test } from 'vitest'
import { applyBranding } from './applyBranding.ts'

const root = document.documentElement
const token = (name: string) => root.style.getPropertyValue(name)

afterEach(() => applyBranding({}))

test('sets each token for both schemes, and the corners', () => {
  applyBranding({ accent: '#1b3a6b', accentDark: '#9dbcf5', corners: 'sharp' })
  expect(token('--accent')).toBe('var(--when-light, #1b3a6b) var(--when-dark, #9dbcf5)')
  expect(token('--brand-deep')).toMatch(
    /^var\(--when-light, #[0-9a-f]{6}\) var\(--when-dark, #[0-9a-f]{6}\)$/,
  )
  expect(token('--canvas')).toBe('')
  expect(root).toHaveProperty('dataset.corners', 'sharp')
})

test('another branding replaces the last one completely', () => {
  applyBranding({ accent: '#1b3a6b', corners: 'round' })
  applyBranding({ surface: '#fbf3e6' })
  expect(token('--brand-deep')).toBe('')
  expect(token('--canvas')).toMatch(/^var\(--when-light, #fbf3e6\) /)
  expect(root.dataset['corners']).toBeUndefined()

  applyBranding({})
  expect(root.style).toHaveLength(0)
})

test('warns the operator once of each colour that was changed', () => {
  const warnings: string[] = []
  applyBranding({ accent: '#ffcc00' }, root, (message) => warnings.push(message))
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toMatch(
    /^portal\.config\.json: brand\.accent #ffcc00 has a contrast of 1\.\d in the light scheme, where 4\.5 is needed; the portal uses #[0-9a-f]{6} there instead\.$/,
  )
})

test('sets the theme colour of the browser and the icon of the tab', () => {
  document.head.innerHTML =
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f8faf8">' +
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0c1310">' +
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">'
  const themeColours = () =>
    [...document.querySelectorAll('meta')].map((meta) => meta.getAttribute('content'))
  applyBranding({ surface: '#fbf3e6', surfaceDark: '#120018', icon: '/harbour.png' })
  expect(themeColours()).toEqual(['#fbf3e6', '#120018'])
  const icon = document.querySelector('link')
  expect(icon?.getAttribute('href')).toBe('/harbour.png')
  expect(icon?.hasAttribute('type')).toBe(false)

  applyBranding({})
  expect(themeColours()).toEqual(['#f8faf8', '#0c1310'])
})
