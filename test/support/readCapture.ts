import { http } from 'msw'
import { parseConfig } from '#config/loadConfig.ts'
import type { Capture } from '#local-cognito/fixtures/capture.ts'
import { captures } from '#local-cognito/fixtures/captures.ts'
import type { Actions } from '#vault/cognito/actions.ts'
import { request } from '#vault/cognito/request.ts'
import { exchangeCode } from '#vault/cognito/tokenEndpoint.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import { type AccountAction, isAccountAction } from '#vault/protocol/accountActions.ts'
import { renewTokens } from '#vault/session/renewTokens.ts'
import { errorCode } from './expectations.ts'
import { network } from './network.ts'
import { openBrowser } from './openBrowser.ts'

const client = 'aaaaaaaaaaaaaaaaaaaaaaaaaa'

const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
const now = Math.floor(Date.now() / 1000)
const claims = { sub: 'sub', iat: now, exp: now + 3600, auth_time: now }
const tokenOf = (more: object) => `${part({})}.${part({ ...claims, ...more })}.signature`

/** Stand-ins for what was left out of the captures. */
const values: Record<string, string> = {
  '<client>': client,
  '<new-access-token>': tokenOf({ token_use: 'access', client_id: client }),
  '<new-id-token>': tokenOf({ token_use: 'id', aud: client, 'cognito:username': 'jo' }),
  '<srp-b>': 'ab'.repeat(384),
  '<salt>': 'cd'.repeat(16),
  '<secret-block>': btoa('secret block'),
}

const fill = (text: string) => text.replaceAll(/<[a-z-]+>/g, (name) => values[name] ?? name)

const isRefusal = ({ body }: Capture) =>
  typeof body === 'object' && ('__type' in body || 'error' in body)

function responseOf(capture: Capture): Response {
  const { body, headers, status = isRefusal(capture) ? 400 : 200 } = capture
  const text = body === '' ? '' : fill(JSON.stringify(body))
  return new Response(text, {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
  })
}

let opened = 0

/** Opens an endpoint that answers as captured; other actions that a sign-in needs as AWS does where all is well. */
function openEndpoint(capture: Capture) {
  opened += 1
  const origin = `https://aws-${opened}.test/`
  const answers: Record<string, Capture> = {
    InitiateAuth: captures['srp: started'],
    RespondToAuthChallenge: captures['srp: right proof'],
    GetUser: captures['user: read'],
    [capture.action]: capture,
  }
  const handler = http.post(`${origin}*`, ({ request: { headers, url } }) => {
    const [, action = new URL(url).pathname] = headers.get('x-amz-target')?.split('.') ?? []
    const answer = answers[action]
    return answer ? responseOf(answer) : new Response('', { status: 500 })
  })
  network.use(handler)
  return origin
}

const others: Record<Exclude<keyof Actions, AccountAction>, true> = {
  ConfirmDevice: true,
  ConfirmForgotPassword: true,
  ConfirmSignUp: true,
  DeleteUser: true,
  ForgotPassword: true,
  GetTokensFromRefreshToken: true,
  GlobalSignOut: true,
  InitiateAuth: true,
  ResendConfirmationCode: true,
  RespondToAuthChallenge: true,
  RevokeToken: true,
  SignUp: true,
}

const isCalled = (action: string): action is keyof Actions =>
  isAccountAction(action) || Object.hasOwn(others, action)

const codeOf = (error: unknown) => {
  if (error instanceof VaultError) return error.data.code
  throw error
}

/** Signs in at the endpoint. @returns where that leads: `signedIn`, the challenge's kind, or the error's code */
async function signInAt(endpoint: string) {
  const config = parseConfig(
    JSON.stringify({
      cognito: {
        region: 'us-east-1',
        userPoolId: 'us-east-1_000000000',
        userPoolClientId: client,
        endpoint,
      },
    }),
  )
  const { auth } = openBrowser(config).openTab()
  await auth.restored
  const code = await errorCode(
    auth.signIn({ username: 'jo', password: 'Correct-Horse-1', rememberMe: false }),
  )
  const state = auth.getState()
  if (state.status === 'challenge') return state.challenge.kind
  return state.status === 'signedIn' ? 'signedIn' : code
}

/**
 * Gives a captured answer to the vault, through the functions that the portal uses.
 * @returns the error code, `answered`, or where a sign-in or a renewal leads
 */
export async function readCapture(capture: Capture): Promise<unknown> {
  const { action } = capture
  const endpoint = openEndpoint(capture)
  if (action === '/oauth2/token')
    return exchangeCode(endpoint, { code: 'code' }).then(() => 'answered', codeOf)
  if (!isCalled(action)) throw new Error(`The portal does not call ${action}.`)
  const isWhole = !isRefusal(capture) && !capture.isPartial
  const isSignIn = ['InitiateAuth', 'RespondToAuthChallenge'].includes(action)
  if (isWhole && isSignIn && capture.request['AuthFlow'] !== 'REFRESH_TOKEN_AUTH')
    return signInAt(endpoint)
  if (isWhole && action === 'GetTokensFromRefreshToken') {
    const accessToken = values['<new-access-token>'] ?? ''
    const tokens = { accessToken, idToken: '', refreshToken: 'before', clockDriftMs: 0 }
    const call: Parameters<typeof renewTokens>[0] = (name, input) => request(endpoint, name, input)
    const renewed = await renewTokens(call, client, { tokens }, new AbortController().signal)
    return renewed.refreshToken === 'before' ? 'renewed' : 'rotated'
  }
  // As AWS was asked.
  const input = capture.request as unknown as Actions[keyof Actions][0]
  return request(endpoint, action, input).then(() => 'answered', codeOf)
}
