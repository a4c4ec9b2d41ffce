import { expect, test } from 'vitest'
import {
  answer,
  inFlow,
  preflight,
  refusal,
  refuse,
  renewal,
  rewrite,
  withHeaders,
} from './test/lies.ts'
import type { Lie } from './test/lyingService.ts'
import { examine, open } from './test/runDoctor.ts'
import { sessionLies } from './test/sessionLies.ts'

const html = { status: 403, headers: { 'content-type': 'text/html' } }

/** What the service answers, and the lines that name it. */
const lies: Record<string, [Lie, ...named: RegExp[]]> = {
  ...sessionLies,
  'the preflight is refused': [
    answer(preflight, '', { status: 403 }),
    /may call Cognito \(CORS\)\n.*answered with 403/,
  ],
  'the preflight admits another origin only': [
    withHeaders(preflight, (headers) => headers.set('Access-Control-Allow-Origin', 'https://a.b')),
    /CORS\)\n.*Access-Control-Allow-Origin is https:\/\/a\.b/,
  ],
  'the preflight does not allow the name of the action': [
    withHeaders(preflight, (headers) =>
      headers.set('Access-Control-Allow-Headers', 'content-type'),
    ),
    /CORS\)\n.*does not allow the header x-amz-target/,
  ],
  'a refusal cannot be read': [
    withHeaders(renewal, (headers) => headers.delete('Access-Control-Allow-Origin')),
    /may read what Cognito refuses\n.*is missing/,
  ],
  'an exception has no name that a page could read': [
    (asked, truth) =>
      asked === renewal
        ? truth().then(
            ({ status }) =>
              new Response('{"message":"no"}', {
                status,
                headers: { 'access-control-allow-origin': '*', 'x-amzn-errortype': 'A' },
              }),
          )
        : undefined,
    /exposed to the page.*\n.*__type is not in the body/,
  ],
  'SRP says that a user is unknown': [
    inFlow('USER_SRP_AUTH', () => refusal('UserNotFoundException', 'User does not exist.')),
    /USER_SRP_AUTH treats an unknown user.*\n.*UserNotFoundException.*\n.*PreventUserExistenceErrors/,
  ],
  'the salt of an unknown user changes': [
    rewrite(['InitiateAuth'], (text) =>
      text.replace(/"SALT":"[^"]+"/, () => `"SALT":"${String(Math.random()).slice(2)}"`),
    ),
    /The salt of an unknown user stays.*\n.*two salts/,
  ],
  'the challenge of SRP lacks a part': [
    rewrite(['InitiateAuth'], (text) => text.replace('SECRET_BLOCK', 'SECRET')),
    /USER_SRP_AUTH treats.*\n.*has no SECRET_BLOCK/,
  ],
  'SRP answers with something else than its challenge': [
    rewrite(['InitiateAuth'], (text) => text.replace('"PASSWORD_VERIFIER"', '"CUSTOM_CHALLENGE"')),
    /USER_SRP_AUTH treats.*\n.*the challenge CUSTOM_CHALLENGE/,
  ],
  'every password is accepted': [
    answer('RespondToAuthChallenge', '{"AuthenticationResult":{}}'),
    /wrong password is refused.*\n.*answers tokens/,
  ],
  'a wrong password tells that the user is unknown': [
    refuse('RespondToAuthChallenge', 'UserNotFoundException', 'User does not exist.'),
    /wrong password is refused.*\n.*UserNotFound.*\n.*PreventUserExistenceErrors/,
  ],
  'there is no such client': [
    refuse('InitiateAuth', 'ResourceNotFoundException', 'User pool client x does not exist.'),
    /ResourceNotFoundException.*\n.*Check POOL and CLIENT/,
  ],
  'the client has a secret': [
    refuse(
      'InitiateAuth',
      'NotAuthorizedException',
      'Client x is configured with secret but SECRET_HASH was not received',
    ),
    /NotAuthorizedException.*\n.*create another client without one/,
  ],
  'the flow of the site is off': [
    inFlow('USER_AUTH', () =>
      refusal('InvalidParameterException', 'USER_AUTH flow not enabled for this client'),
    ),
    /allows the flow of the site \(USER_AUTH\)\n.*not enabled.*\n.*ALLOW_USER_AUTH/,
  ],
  'the plan does not have the flow of the site': [
    inFlow('USER_AUTH', () => refusal('FeatureUnavailableInTierException', 'Not in LITE.')),
    /allows the flow of the site.*\n.*FeatureUnavailable.*\n.*Essentials/,
  ],
  'USER_AUTH says that a user is unknown': [
    inFlow('USER_AUTH', () => refusal('UserNotFoundException', 'User does not exist.')),
    /USER_AUTH treats an unknown user.*\n.*UserNotFoundException/,
  ],
  'USER_AUTH offers nothing': [
    rewrite(['InitiateAuth'], (text) =>
      text.replace(/"AvailableChallenges":\[[^\]]*\]/, '"AvailableChallenges":[]'),
    ),
    /USER_AUTH treats.*\n.*no method/,
  ],
  'a firewall answers instead': [
    answer('InitiateAuth', '<html>Request blocked</html>', html),
    /USER_SRP_AUTH treats.*\n.*403: <html>.*\n.*web ACL/,
  ],
  'a firewall wants a CAPTCHA': [
    answer('InitiateAuth', '', { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } }),
    /USER_SRP_AUTH treats.*\n.*405.*\n.*CAPTCHA/,
  ],
  'a renewal is unknown here': [
    refuse(renewal, 'UnknownOperationException', ''),
    /session that has ended.*\n.*UnknownOperation.*\n.*This region/,
  ],
  'a renewal fails': [
    refuse(renewal, 'InternalErrorException', 'Internal server error.', 500),
    /session that has ended.*\n.*500.*\n.*triggers/,
  ],
  'a renewal refuses in another way': [
    refuse(renewal, 'InvalidParameterException', 'Invalid Refresh Token'),
    /session that has ended.*\n.*InvalidParameter.*\n.*definite refusal/,
  ],
  'sessions are listed without a token': [
    answer('ListUserSessions', '{"Sessions":[]}'),
    /ListUserSessions is known.*\n.*200: \{"Sessions"/,
  ],
  'no keys are published': [
    (asked) =>
      asked.endsWith('/jwks.json') ? Promise.resolve(Response.json({ keys: [] })) : undefined,
    /keys of its tokens.*\n.*no key/,
    /not signed with a key of the pool/,
  ],
  'the keys are another kind': [
    (asked) =>
      asked.endsWith('/jwks.json')
        ? Promise.resolve(Response.json({ keys: [{ kty: 'EC', kid: '1' }] }))
        : undefined,
    /keys of its tokens.*\n.*not RSA/,
  ],
  'another pool is the issuer': [
    (asked) =>
      asked.endsWith('/openid-configuration')
        ? Promise.resolve(Response.json({ issuer: 'https://cognito.example.com/another' }))
        : undefined,
    /names itself.*\n.*cognito\.example\.com/,
    /domain of this pool.*\n.*publishes none/,
  ],
  'the callback is not registered': [
    (asked) =>
      asked.endsWith('/oauth2/authorize')
        ? Promise.resolve(Response.redirect('http://localhost/error?error=redirect_mismatch'))
        : undefined,
    /domain starts a sign-in that.*\n.*redirect_mismatch.*\n.*CallbackURLs/,
  ],
  'the domain is of another client': [
    (asked) =>
      asked.endsWith('/oauth2/authorize')
        ? Promise.resolve(new Response('error=invalid_client', { status: 400 }))
        : undefined,
    /domain starts a sign-in that.*\n.*invalid_client.*\n.*federation\.domain/,
  ],
  'the domain is asleep': [
    (asked) =>
      asked.endsWith('/oauth2/authorize')
        ? Promise.resolve(new Response('', { status: 404 }))
        : undefined,
    /domain starts a sign-in that.*\n.*answers 404/,
  ],
  'the site serves a page in place of its config': [
    answer('site /portal.config.json', '<!doctype html>'),
    /valid portal\.config\.json\n.*HTML page/,
  ],
  'the site has no config': [
    answer('site /portal.config.json', '', { status: 404 }),
    /valid portal\.config\.json\n.*404/,
  ],
  'the config of the site is wrong': [
    rewrite(['site /portal.config.json'], (text) => text.replace('signIn', 'signin')),
    /valid portal\.config\.json\n.*signin is not a setting/,
  ],
  'the site is of another client': [
    rewrite(['site /portal.config.json'], (text) =>
      text.replace(/"userPoolClientId":"\w+"/, '"userPoolClientId":"another"'),
    ),
    /uses this pool and client\n.*userPoolClientId is another/,
  ],
  'the page may not reach Cognito': [
    withHeaders('site /index.html', (headers) =>
      headers.set('Content-Security-Policy', "connect-src 'self'"),
    ),
    /may reach the pool\n.*Content-Security-Policy.*\n.*otherPools/,
  ],
}

test.each(Object.entries(lies))('names it if %s', async (_, [lie, ...named]) => {
  const service = await open()
  service.tell(lie)
  const { code, wrong } = await examine(service)
  for (const pattern of named) expect(wrong.join('\n')).toMatch(pattern)
  expect(code).toBe(1)
})
