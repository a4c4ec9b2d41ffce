import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CognitoIdentityProvider,
  type CreateIdentityProviderRequest,
  type CreateUserPoolClientRequest,
  type CreateUserPoolRequest,
  type SetUserPoolMfaConfigRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { startServer } from '../../../local-cognito/adapters/node.ts'
import { main } from '../main.ts'
import { openCognito } from '../readPool.ts'
import { goodClient, goodMfa, goodPool, google } from './goodPool.ts'

/** Differences from a pool without advice. */
export interface Shape {
  pool?: Partial<CreateUserPoolRequest>
  client?: Partial<CreateUserPoolClientRequest>
  mfa?: Partial<SetUserPoolMfaConfigRequest>
  providers?: Partial<CreateIdentityProviderRequest>[]
  /** Prefix domains and custom domains. */
  domains?: string[]
}

let domains = 0

/** A local Cognito over HTTP, with pools created by AWS's own SDK, and a folder for files. */
export async function createPoolFixture() {
  const server = await startServer({ state: 'memory', port: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'from-pool-'))
  const sdk = new CognitoIdentityProvider({
    endpoint: server.origin,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

  async function makePool(shape: Shape = {}) {
    const pool = await sdk.createUserPool({ ...goodPool, ...shape.pool })
    const UserPoolId = pool.UserPool?.Id ?? ''
    await sdk.setUserPoolMfaConfig({ UserPoolId, ...goodMfa, ...shape.mfa })
    for (const provider of shape.providers ?? [{}])
      await sdk.createIdentityProvider({ UserPoolId, ...google, ...provider })
    domains += 1
    for (const Domain of shape.domains ?? [`example-${domains}`])
      await sdk.createUserPoolDomain({
        UserPoolId,
        Domain,
        ...(Domain.includes('.') && { CustomDomainConfig: { CertificateArn: arn } }),
      })
    const { UserPoolClient: client } = await sdk.createUserPoolClient({
      UserPoolId,
      ...goodClient,
      ...shape.client,
    })
    return [UserPoolId, client?.ClientId ?? ''] as const
  }

  /** Runs the command; without `--endpoint` it behaves as with AWS, but reads from the local Cognito. */
  async function run(...args: string[]) {
    const printed: string[] = []
    const errors: string[] = []
    const code = await main(args, {
      openCognito: (region, endpoint) => openCognito(region, endpoint ?? server.origin),
      print: (text) => printed.push(text),
      printError: (text) => errors.push(text),
      folder,
    })
    return { code, printed: printed.join('\n'), errors: errors.join('\n') }
  }

  const file = (name: string) => join(folder, name)

  return {
    origin: server.origin,
    sdk,
    makePool,
    run,
    read: (name: string) => readFile(file(name), 'utf8'),
    write: (name: string, content: object | string) =>
      writeFile(file(name), typeof content === 'string' ? content : JSON.stringify(content)),
    async [Symbol.asyncDispose]() {
      sdk.destroy()
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}

const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000'
