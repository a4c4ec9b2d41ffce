import { request } from 'node:http'
import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

interface Asked {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

/** Sends a request under any name, as a browser does whose DNS a website controls. */
const ask = (origin: string, { method = 'GET', path = '/', headers = {}, body }: Asked) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(`${origin}${path}`, { method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })

test.for([
  'evil.example',
  'localhost.evil.example',
  'evil-localhost',
  '127.0.0.1.evil.example',
  '192.168.1.5',
  '0.0.0.0',
])('a website whose name leads here (%s) reads and changes nothing', async (name) => {
  await using server = await openServer()
  const { port } = new URL(server.origin)
  const as = (given: Asked) =>
    ask(server.origin, { ...given, headers: { ...given.headers, host: `${name}:${port}` } })
  for (const path of [
    '/_local',
    '/_local/messages',
    '/_local/faults',
    '/us-east-1_Gatehouse/.well-known/openid-configuration',
  ]) {
    const { status, text } = await as({ path })
    expect(status, path).toBe(403)
    expect(text).toMatch(/localhost/)
    expect(text).not.toMatch(/mary@example\.com|code/)
  }
  const fault = [{ operation: 'SignUp', status: 503 }]
  const put = { method: 'PUT', path: '/_local/faults', body: JSON.stringify(fault) }
  expect((await as(put)).status).toBe(403)
  const { status } = await as({
    method: 'POST',
    headers: {
      'x-amz-target': 'AWSCognitoIdentityProviderService.AdminDeleteUser',
      authorization: `AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    },
    body: JSON.stringify({ UserPoolId: 'us-east-1_Gatehouse', Username: 'ada@example.com' }),
  })
  expect(status).toBe(403)
  expect((await ask(server.origin, { path: '/_local/faults' })).text).toBe('[]')
  const ada = { UserPoolId: 'us-east-1_Gatehouse', Username: 'ada@example.com' }
  expect(await server.statusOf(ada)).toBe('CONFIRMED')
})

test.for(['localhost', 'LOCALHOST', 'pool.localhost', '127.0.0.1', '[::1]'])(
  'this machine is answered under each of its names: %s',
  async (name) => {
    await using server = await openServer()
    const { port } = new URL(server.origin)
    const headers = { host: `${name}:${port}` }
    const { status, text } = await ask(server.origin, { path: '/_local/config', headers })
    expect(status).toBe(200)
    expect(text).toContain(`"endpoint":"http://${name.toLowerCase()}:${port}"`)
  },
)
