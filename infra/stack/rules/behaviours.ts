import assert from 'node:assert/strict'
import { at, type Json, list, property, type Template, text } from '../template.ts'

/** The paths of the two, for mistakes. */
export const theDefault = 'DistributionConfig.DefaultCacheBehavior'
export const theAssets = 'DistributionConfig.CacheBehaviors.0'

export const config = (template: Template, path: string) =>
  property(template, 'SiteDistribution', `DistributionConfig.${path}`)

export const behaviours = (template: Template): Json[] => [
  ...list(config(template, 'DefaultCacheBehavior')),
  ...list(config(template, 'CacheBehaviors')),
]

/** The same on every behaviour, or it holds for some addresses only. */
export const everywhere =
  (path: string, expected: (template: Template) => Json) => (template: Template) => {
    assert.equal(behaviours(template).length, 2)
    for (const behaviour of behaviours(template)) {
      const name = text(at(behaviour, 'PathPattern') ?? 'the default behaviour')
      const found = at(behaviour, path)
      assert.deepEqual(found, expected(template), `${name}: ${path} is ${text(found)}`)
    }
  }
