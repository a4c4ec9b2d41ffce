import { ask, inWords, refusalOfAll, request, type Target, textAt } from './askCognito.ts'
import { type Finding, notCognito, verdict } from './finding.ts'

/** Questions without a user: whether a browser may ask at all, and how what is not valid is refused. */
export async function* refusalFindings(target: Target): AsyncGenerator<Finding> {
  yield await preflight(target)
  yield* garbageRefreshToken(target)
  yield await sessionsWithoutToken(target)
}

async function preflight({ endpoint, origin }: Target): Promise<Finding> {
  const wanted = ['content-type', 'x-amz-target']
  const { status, headers } = await request(`${endpoint}/`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': wanted.join(','),
    },
  })
  const allowed = listOf(headers, 'access-control-allow-headers')
  const missing = wanted.filter((name) => !allowed.includes(name) && !allowed.includes('*'))
  const problem =
    status >= 300
      ? `The preflight is answered with ${status}.`
      : (originProblem(headers, origin) ??
        (missing.length > 0 ? `It does not allow the header ${missing.join(' and ')}.` : undefined))
  return verdict(`A browser at ${origin} may call Cognito (CORS)`, problem, notCognito)
}

const listOf = (headers: Headers, name: string) =>
  (headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/)

function originProblem(headers: Headers, origin: string): string | undefined {
  const admitted = headers.get('access-control-allow-origin')
  if (admitted === '*' || admitted === origin) return undefined
  return `Access-Control-Allow-Origin is ${admitted ?? 'missing'}.`
}

async function* garbageRefreshToken(target: Target): AsyncGenerator<Finding> {
  const answer = await ask(target, 'GetTokensFromRefreshToken', {
    ClientId: target.clientId,
    RefreshToken: 'not-a-refresh-token',
  })
  const subject = 'A session that has ended is refused as NotAuthorizedException'
  const isRefused = answer.type === 'NotAuthorizedException' && answer.status === 400
  const [found, remedy] = refusalOfAll(answer) ?? [
    isRefused ? undefined : `Cognito answers ${inWords(answer)}.`,
    'The site signs a user out only on a definite refusal: with this answer, ended sessions look like a failure of the service.',
  ]
  yield verdict(subject, found, remedy)
  const { headers, body, origin } = { ...answer, ...target }
  yield verdict(
    'A browser may read what Cognito refuses',
    originProblem(headers, origin),
    `Without this header, the site takes each refusal for a failure of the network. ${notCognito}`,
  )
  const isExposed = listOf(headers, 'access-control-expose-headers').includes('x-amzn-errortype')
  const hasType = textAt(body, '__type') !== ''
  yield verdict(
    'The name of an exception is exposed to the page (x-amzn-ErrorType)',
    isExposed
      ? undefined
      : `The header is not exposed, and __type is ${hasType ? '' : 'not '}in the body.`,
    hasType ? 'Nothing: the site reads the body as well.' : notCognito,
    hasType ? 'note' : 'wrong',
  )
}

async function sessionsWithoutToken(target: Target): Promise<Finding> {
  const answer = await ask(target, 'ListUserSessions', {})
  const subject = 'ListUserSessions is known, and refuses a call without a token'
  if (answer.type === 'UnknownOperationException') {
    return verdict(
      subject,
      'This region does not know the action.',
      'Nothing: the page "Sessions" says that sessions are not tracked.',
      'note',
    )
  }
  const isRefused = answer.status === 400 && answer.type !== undefined
  const [found, remedy] = refusalOfAll(answer) ?? [
    isRefused ? undefined : `Cognito answers ${inWords(answer)}.`,
    notCognito,
  ]
  return verdict(subject, found, remedy)
}
