import { openTestPool, type TestPoolOptions, toAttributes } from './testPool.ts'

/** jo, signed in, in a pool of its own. */
export async function openSignedIn(settings: TestPoolOptions = {}) {
  const testPool = await openTestPool(settings)
  const name = settings.pool?.UsernameAttributes ? 'jo@example.com' : 'jo'
  const { AccessToken, RefreshToken } = await testPool.tokensFor(name)
  const update = (attributes: Record<string, string>) => ({
    AccessToken,
    UserAttributes: toAttributes(attributes),
  })
  const attributes = async (): Promise<Record<string, string>> => {
    const { UserAttributes = [] } = await testPool.call('GetUser', { AccessToken })
    return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]))
  }
  const verify = (Code: string, AttributeName = 'email') => ({ AccessToken, AttributeName, Code })
  return { testPool, AccessToken, RefreshToken, update, attributes, verify }
}
