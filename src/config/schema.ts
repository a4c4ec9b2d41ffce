import * as v from 'valibot'

const name = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))
const httpUrl = v.pipe(v.string(), v.url('must be a URL'), v.regex(/^https?:/, 'must be http(s)'))

/**
 * `portal.config.json`: everything an operator may set, read at run time.
 * The published JSON schema beside it is generated from this one.
 */
export const portalConfigSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** Which user pool this is the front door of. */
  cognito: v.strictObject({
    region: v.pipe(
      v.string(),
      v.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region, like eu-central-1'),
    ),
    userPoolId: v.pipe(
      v.string(),
      v.regex(/^[\w-]+_[0-9a-zA-Z]+$/, 'must be a user pool id, like eu-central-1_AbCdEfGhI'),
    ),
    userPoolClientId: v.pipe(
      v.string(),
      v.regex(/^\w{1,128}$/, 'must be the id of an app client without a secret'),
    ),
    /** Only for a pool that does not answer at `https://cognito-idp.{region}.amazonaws.com`, such as the local Cognito. */
    endpoint: v.optional(httpUrl),
  }),
  portal: v.optional(
    v.strictObject({
      name: v.optional(name, 'Gatehouse'),
      /** Where people who are stuck may write to or look. `mailto:` and `https:` both work. */
      supportUrl: v.optional(
        v.pipe(v.string(), v.regex(/^(https?:|mailto:)/, 'must be https: or mailto:')),
      ),
    }),
    {},
  ),
  /** The pool's `Policies.PasswordPolicy`; a browser cannot read it from Cognito. */
  passwordPolicy: v.optional(
    v.strictObject({
      minimumLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(6), v.maxValue(99)), 8),
      requireLowercase: v.optional(v.boolean(), true),
      requireUppercase: v.optional(v.boolean(), true),
      requireNumbers: v.optional(v.boolean(), true),
      requireSymbols: v.optional(v.boolean(), true),
    }),
    {},
  ),
  signUp: v.optional(
    v.strictObject({
      /** False where only administrators create accounts. */
      enabled: v.optional(v.boolean(), true),
      /** Attributes asked for at sign-up besides the e-mail address: those the pool requires. */
      attributes: v.optional(v.array(name), []),
    }),
    {},
  ),
  session: v.optional(
    v.strictObject({
      /** `sealed` keeps the session, encrypted, over a reload; `memory` forgets it with the page. */
      storage: v.optional(v.picklist(['sealed', 'memory']), 'sealed'),
      /** The client's `RefreshTokenValidity`, to tell people how long they stay signed in. */
      refreshTokenValiditySeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3600))),
    }),
    {},
  ),
})

export type PortalConfig = v.InferOutput<typeof portalConfigSchema>
export type PasswordPolicy = PortalConfig['passwordPolicy']
