import { expect, test } from 'vitest'
import { openTestPool, PASSWORD } from '#local-cognito/test/support/testPool.ts'
import { RecordMap } from './recordMap.ts'

interface Person {
  email?: string
  tags: string[]
}

const people = () => new RecordMap<Person>(({ email, tags }) => (email ? [email, ...tags] : tags))

test('notices what was added, changed in place and deleted, and nothing else', () => {
  const map = people()
  map.set('jo', { tags: [] })
  map.set('kim', { tags: [] })
  map.set('zoe', { tags: [] })
  expect(map.takeChanges()).toEqual({ jo: { tags: [] }, kim: { tags: [] }, zoe: { tags: [] } })
  expect(map.takeChanges()).toBeUndefined()
  map.get('jo')?.tags.push('new')
  map.delete('kim')
  map.get('zoe')
  map.set('ann', { tags: [] })
  map.delete('ann')
  expect(map.takeChanges()).toEqual({ jo: { tags: ['new'] }, kim: null })
})

test.for([
  ['values', (map: RecordMap<Person>) => [...map.values()]],
  ['entries', (map: RecordMap<Person>) => [...map.entries()].map(([, person]) => person)],
  ['the iterator', (map: RecordMap<Person>) => Array.from(map, ([, person]) => person)],
  [
    'forEach',
    (map: RecordMap<Person>) => {
      const all: Person[] = []
      map.forEach((person) => all.push(person))
      return all
    },
  ],
  ['find', (map: RecordMap<Person>) => map.find('jo@example.com')],
] as const)('notices a change to what was read with %s', ([, read]) => {
  const map = people()
  map.set('jo', { email: 'jo@example.com', tags: [] })
  map.takeChanges()
  read(map)[0]?.tags.push('new')
  expect(map.takeChanges()).toEqual({ jo: { email: 'jo@example.com', tags: ['new'] } })
  map.clear()
  expect(map.takeChanges()).toEqual({ jo: null })
  expect(map.find('jo@example.com')).toEqual([])
})

test('finds records by what they hold at present', () => {
  const map = people()
  const jo: Person = { email: 'jo@example.com', tags: ['a'] }
  map.set('jo', jo)
  map.set('kim', { tags: ['a'] })
  expect(map.find('a')).toHaveLength(2)
  expect(map.find('jo@example.com')).toEqual([jo])
  jo.email = 'new@example.com'
  expect(map.find('jo@example.com')).toEqual([])
  expect(map.find('new@example.com')).toEqual([jo])
  map.delete('jo')
  expect(map.find('a')).toHaveLength(1)
})

test('a sign-up and a sign-in read no other user, however many there are', async () => {
  const testPool = await openTestPool({
    pool: { UsernameAttributes: ['email'] },
    options: { afterChange: () => undefined },
  })
  let reads = 0
  const attributes = { email: 'other@example.com' }
  for (let index = 0; index < 100; index += 1) {
    const other = await testPool.addTestUser(`other-${index}`, { attributes })
    Object.defineProperty(other, 'attributes', {
      enumerable: true,
      get() {
        reads += 1
        return attributes
      },
    })
  }
  testPool.store.takeChanges()
  reads = 0
  const Username = 'kim@example.com'
  await testPool.call('SignUp', { Username, Password: PASSWORD })
  const kim = testPool.user(Username)
  if (kim) kim.status = 'CONFIRMED'
  const { AccessToken } = await testPool.tokensFor(kim?.username ?? '')
  await testPool.call('GetUser', { AccessToken })
  expect(reads).toBe(0)
  expect(testPool.user(attributes.email)).toBeDefined()
  expect(reads).toBeGreaterThan(0)
})
