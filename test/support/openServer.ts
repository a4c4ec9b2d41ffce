import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProvider,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  type CreateUserPoolClientCommandInput,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { inject } from 'vitest'
import { startServer } from '#local-cognito/adapters/node.ts'

export const PASSWORD = 'Correct-Horse-9'

/** Starts a local Cognito behind a real HTTP server, with a client of the AWS SDK. */
export async function openServer() {
  const server = await startServer({ state: 'memory', port: 0, signingKeys: inject('signingKeys') })
  const sdk = sdkFor(server.origin)

  async function createPool(settings: Partial<CreateUserPoolCommandInput> = {}) {
    const command = new CreateUserPoolCommand({ PoolName: 'conformance', ...settings })
    const { UserPool } = await sdk.send(command)
    return UserPool?.Id ?? ''
  }

  async function createClient(
    UserPoolId: string,
    settings: Partial<CreateUserPoolClientCommandInput> = {},
  ) {
    const ClientName = 'conformance'
    const command = new CreateUserPoolClientCommand({ UserPoolId, ClientName, ...settings })
    const { UserPoolClient } = await sdk.send(command)
    return UserPoolClient?.ClientId ?? ''
  }

  /** Creates a confirmed user with a password and a verified address. */
  async function createUser(UserPoolId: string, Username: string) {
    const UserAttributes = [
      { Name: 'email', Value: `${Username}@example.com` },
      { Name: 'email_verified', Value: 'true' },
    ]
    const user = { UserPoolId, Username }
    await sdk.send(
      new AdminCreateUserCommand({ ...user, UserAttributes, MessageAction: 'SUPPRESS' }),
    )
    await sdk.send(
      new AdminSetUserPasswordCommand({ ...user, Password: PASSWORD, Permanent: true }),
    )
    return user
  }

  const statusOf = async (user: { UserPoolId: string; Username: string }) =>
    (await sdk.send(new AdminGetUserCommand(user))).UserStatus

  async function close() {
    sdk.destroy()
    await server.close()
  }

  return {
    ...server,
    sdk,
    createPool,
    createClient,
    createUser,
    statusOf,
    [Symbol.asyncDispose]: close,
  }
}

/** Any keys will do: the local Cognito knows no AWS account. */
export const sdkFor = (endpoint: string) =>
  new CognitoIdentityProvider({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
