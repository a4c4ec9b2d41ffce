import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { developmentEnv, root } from './root.ts'

/** The user of every measured sign-in. */
export const account = { email: 'ada@example.com', password: 'Gatehouse-1' }

export interface BenchPool {
  region: string
  userPoolId: string
  userPoolClientId: string
  endpoint: string
}

export interface CognitoProcess extends AsyncDisposable {
  endpoint: string
  /** Calls an operation as an administrator. @throws Error with the answer, unless it is a success */
  call: (action: string, input: object) => Promise<unknown>
}

/**
 * Starts `npm run cognito` as a process of its own, on any free port.
 *
 * @param state file of the state; without one, it is kept in memory
 * @param prefix command in front of it, such as `taskset -c 0`
 */
export async function startCognito(state?: string, prefix: string[] = []): Promise<CognitoProcess> {
  const [command, ...before] = [...prefix, process.execPath]
  const where = state === undefined ? ['--memory'] : ['--state', state]
  const script = 'local-cognito/adapters/cli.ts'
  const child = spawn(command, [...before, '--import', 'tsx', script, '--port', '0', ...where], {
    cwd: root,
    env: developmentEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Also where this process ends by an error.
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  const endpoint = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /ready on (http:\S+)/.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The local Cognito ended with ${code}`)))
  })
  return {
    endpoint,
    call: (action, input) => callCognito(endpoint, action, input),
    async [Symbol.asyncDispose]() {
      process.removeListener('exit', stop)
      if (child.exitCode !== null) return
      stop()
      await once(child, 'exit')
    },
  }
}

/**
 * Creates the pool of the benchmark, in which an email address is the username, and {@link account} in it. It tracks
 * no devices: Amplify and Gatehouse would confirm the browser as a device, and the other peers not.
 */
export async function createPool({ endpoint, call }: CognitoProcess): Promise<BenchPool> {
  const created = await call('CreateUserPool', {
    PoolName: 'bench',
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
  })
  const userPoolId = textAt(created, 'UserPool', 'Id')
  const client = await call('CreateUserPoolClient', {
    UserPoolId: userPoolId,
    ClientName: 'bench',
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
  })
  const userPoolClientId = textAt(client, 'UserPoolClient', 'ClientId')
  await createUser(call, userPoolId, account.email)
  await setPassword(call, userPoolId, account.email)
  const region = userPoolId.slice(0, userPoolId.indexOf('_'))
  return { region, userPoolId, userPoolClientId, endpoint }
}

/** Creates a user whose email address is verified, as invited but without an email. */
export async function createUser(call: CognitoProcess['call'], UserPoolId: string, email: string) {
  await call('AdminCreateUser', {
    UserPoolId,
    Username: email,
    MessageAction: 'SUPPRESS',
    UserAttributes: Object.entries({ email, email_verified: 'true', name: 'Ada Lovelace' }).map(
      ([Name, Value]) => ({ Name, Value }),
    ),
  })
}

/** Gives a user the password of {@link account}, so that they can sign in. */
export async function setPassword(call: CognitoProcess['call'], UserPoolId: string, email: string) {
  const { password } = account
  await call('AdminSetUserPassword', {
    UserPoolId,
    Username: email,
    Password: password,
    Permanent: true,
  })
}

async function callCognito(endpoint: string, action: string, input: object): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      // The local Cognito reads, but does not verify, the signature of an administrator.
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request, ' +
        `SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    },
    body: JSON.stringify(input),
  })
  const body = await response.text()
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${body}`)
  return body === '' ? undefined : JSON.parse(body)
}

/** The text under these names. @throws Error if there is none */
export function textAt(of: unknown, ...names: string[]): string {
  const found = names.reduce<unknown>(
    (part, name) => (typeof part === 'object' && part ? Reflect.get(part, name) : undefined),
    of,
  )
  if (typeof found !== 'string') throw new Error(`There is no ${names.join('.')} in the answer`)
  return found
}
