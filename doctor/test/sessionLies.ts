import { at } from '#doctor/askCognito.ts'
import { answer, claims, refusal, refuse, renewal, rewrite, tokenActions } from './lies.ts'
import type { Lie } from './lyingService.ts'

/** Lies to a user who signs in: what the service answers, and the lines that name it. */
export const sessionLies: Record<string, [Lie, ...named: RegExp[]]> = {
  'the access token may not be used for the account': [
    claims('AccessToken', /aws\.cognito\.signin\.user\.admin/, 'openid'),
    /scope aws\.cognito\.signin\.user\.admin\)\n.*Its scope is openid/,
  ],
  'a token is signed by another': [
    claims('IdToken', /"email"/, '"mail"'),
    /The id token.*\n.*not signed with a key of the pool/,
  ],
  'a token is for another client': [
    claims('IdToken', /"aud":"\w+"/, '"aud":"another"'),
    /The id token.*\n.*another aud/,
  ],
  'a token is from another issuer': [
    claims('AccessToken', /"iss":"[^"]+"/, '"iss":"https://a.b"'),
    /The access token.*\n.*issuer https:\/\/a\.b/,
  ],
  'a token lives longer than it says': [
    rewrite(tokenActions, (text) => text.replace('"ExpiresIn":3600', '"ExpiresIn":300')),
    /The access token.*\n.*3600 s, but ExpiresIn is 300/,
  ],
  'tokens cannot be revoked': [
    claims('AccessToken', /origin_jti/, 'origin'),
    /can be revoked.*\n.*no origin_jti/,
  ],
  'a renewal gives the tokens of another user': [
    rewrite([renewal], (text) =>
      text.replace(
        /"AccessToken":"[^"]+"/,
        `"AccessToken":"e30.${Buffer.from('{"sub":"grace"}').toString('base64url')}.a"`,
      ),
    ),
    /renewed once\n.*another user/,
  ],
  'an answer that was lost cannot be had again': [
    graceless(),
    /can be repeated \(grace period.*\n.*RefreshTokenReuse.*\n.*RetryGracePeriodSeconds/,
  ],
  'signing out ends nothing': [
    answer('RevokeToken', '{}'),
    /revoked session cannot be renewed\n.*answers tokens/,
    /access token is refused by Cognito\n.*GetUser/,
  ],
  'revocation is off': [
    refuse('RevokeToken', 'UnsupportedOperationException', 'Revocation is not enabled'),
    /Signing out revokes.*\n.*UnsupportedOperation.*\n.*EnableTokenRevocation/,
  ],
}

/** Refuses every refresh token that has been used, as AWS does without a grace period. */
function graceless(): Lie {
  const used = new Set<unknown>()
  return (asked, _, body) => {
    if (asked !== renewal) return undefined
    const RefreshToken = at(body, 'RefreshToken')
    if (used.has(RefreshToken)) {
      return refusal('RefreshTokenReuseException', 'Refresh token reuse detected')
    }
    used.add(RefreshToken)
    return undefined
  }
}
