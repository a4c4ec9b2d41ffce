import { expect, it } from 'vitest'
import { beginSrp } from './srpLibrary.ts'

it('computes no proof for a server whose B is zero, which would make the key known', async () => {
  const exchange = await beginSrp('abc')
  const challenge = { userIdForSrp: 'ada', srpB: '0', salt: 'ab', secretBlock: 'AAAA' }
  await expect(exchange.prove(challenge, 'Correct-Horse-1')).rejects.toThrow('B cannot be zero')
})
