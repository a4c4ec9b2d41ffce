import { assert, property, string } from 'fast-check'
import { URI } from 'otpauth'
import { expect, it } from 'vitest'
import { otpauthUri } from './otpauthUri.ts'

it('is read by another library, whatever site and account are called', () => {
  const name = string({ minLength: 1 }).filter((text) => text.trim() === text)
  assert(
    property(name, name, (site, account) => {
      const issuer = site.replaceAll(':', ' ').trim() || 'Example'
      const read = URI.parse(otpauthUri({ issuer, account, secret: 'JBSWY3DPEHPK3PXP' }))
      expect(read).toMatchObject({ issuer, label: account, digits: 6, period: 30 })
      expect(read.secret.base32).toBe('JBSWY3DPEHPK3PXP')
    }),
    { numRuns: 200 },
  )
})
