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
import { openCognito } from '../openCognito.ts'
import { goodClient, goodMfa, goodPool, google } from './goodPool.ts'

/** What is different from a pool about which there is nothing to say. */
export interface Shape {
  pool?: Partial<CreateUserPoolRequest>
  client?: Partial<CreateUserPoolClientRequest>
  mfa?: Partial<SetUserPoolMfaConfigRequest>
  providers?: Partial<CreateIdentityProviderRequest>[]
  /** Prefixes and names of one's own. */
  domains?: string[]
}

let domains = 0

/** A local Cognito over HTTP, pools in it made by AWS's own SDK, and a folder for files. */
export async function openBed() {
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

  /** Runs the command; `--endpoint` is for who says so, as on AWS it goes without. */
  async function run(...args: string[]) {
    const said: string[] = []
    const complained: string[] = []
    const code = await main(args, {
      open: (region, endpoint) => openCognito(region, endpoint ?? server.origin),
      say: (text) => said.push(text),
      complain: (text) => complained.push(text),
      folder,
    })
    return { code, said: said.join('\n'), complained: complained.join('\n') }
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
