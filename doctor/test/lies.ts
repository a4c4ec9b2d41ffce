import { at } from '#doctor/askCognito.ts'
import type { Lie } from './lyingService.ts'

export const refusal = (type: string, message: string, status = 400) =>
  Promise.resolve(
    Response.json(
      { __type: type, message },
      {
        status,
        headers: {
          'access-control-allow-origin': '*',
          'x-amzn-errortype': `${type}:`,
          'access-control-expose-headers': 'x-amzn-ErrorType',
        },
      },
    ),
  )

/** Answers this action with an exception. */
export const refuse =
  (action: string, type: string, message: string, status?: number): Lie =>
  (asked) =>
    asked === action ? refusal(type, message, status) : undefined

/** Answers this action, or path, with a body of its own. */
export const answer =
  (action: string, body: string, init: ResponseInit = {}): Lie =>
  (asked) =>
    asked === action ? Promise.resolve(new Response(body, init)) : undefined

export const inFlow =
  (flow: string, lie: (truth: () => Promise<Response>) => Promise<Response>): Lie =>
  (asked, truth, body) =>
    asked === 'InitiateAuth' && at(body, 'AuthFlow') === flow ? lie(truth) : undefined

/** Changes the text of true answers to one of these. */
export const rewrite =
  (actions: string[], edit: (text: string) => string): Lie =>
  (asked, truth) =>
    actions.includes(asked)
      ? truth().then(async (response) => {
          const { status, headers } = response
          return new Response(edit(await response.text()), { status, headers })
        })
      : undefined

/** Changes the headers of a true answer. */
export const withHeaders =
  (action: string, edit: (headers: Headers) => void): Lie =>
  (asked, truth) =>
    asked === action
      ? truth().then((response) => {
          edit(response.headers)
          return response
        })
      : undefined

export const tokenActions = ['RespondToAuthChallenge', 'GetTokensFromRefreshToken']

/** Changes the claims of the access or the ID token, in every answer with tokens. */
export const claims = (name: 'AccessToken' | 'IdToken', from: RegExp, to: string) =>
  rewrite(tokenActions, (text) =>
    text.replace(
      new RegExp(`"${name}":"([^".]+)\\.([^".]+)`),
      (_, header: string, part: string) => {
        const edited = Buffer.from(part, 'base64url').toString().replace(from, to)
        return `"${name}":"${header}.${Buffer.from(edited).toString('base64url')}`
      },
    ),
  )

export const preflight = 'OPTIONS /'
export const renewal = 'GetTokensFromRefreshToken'
