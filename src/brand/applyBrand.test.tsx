import { afterEach, expect, test } from 'vitest'
import { applyBrand } from './applyBrand.ts'

const root = document.documentElement
const token = (name: string) => root.style.getPropertyValue(name)

afterEach(() => applyBrand({}))

test('sets each token for both schemes, and the corners', () => {
  applyBrand({ accent: '#1b3a6b', accentDark: '#9dbcf5', corners: 'sharp' })
  expect(token('--accent')).toBe('light-dark(#1b3a6b, #9dbcf5)')
  expect(token('--brand-deep')).toMatch(/^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/)
  expect(token('--canvas')).toBe('')
  expect(root).toHaveProperty('dataset.corners', 'sharp')
})

test('another look replaces the last one altogether', () => {
  applyBrand({ accent: '#1b3a6b', corners: 'round' })
  applyBrand({ surface: '#fbf3e6' })
  expect(token('--brand-deep')).toBe('')
  expect(token('--canvas')).toMatch(/^light-dark\(#fbf3e6, /)
  expect(root.dataset['corners']).toBeUndefined()

  applyBrand({})
  expect(root.style).toHaveLength(0)
})

test('tells the operator once of each colour it could not use', () => {
  const heard: string[] = []
  applyBrand({ accent: '#ffcc00' }, root, (message) => heard.push(message))
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatch(
    /^portal\.config\.json: brand\.accent #ffcc00 has a contrast of 1\.\d where 4\.5 is needed; the portal uses #[0-9a-f]{6} instead\.$/,
  )
})
