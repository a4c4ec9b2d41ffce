import { type Check, guide, reference } from './check.ts'

const attributes = guide('user-pool-settings-attributes')

/** How people sign up and are known; the portal asks for an e-mail address everywhere. */
export const peopleChecks: readonly Check[] = [
  {
    code: 'namesOfTheirOwn',
    severity: 'unwise',
    source: `${attributes}#user-pool-settings-aliases`,
    find: ({ pool }) =>
      pool.UsernameAttributes?.includes('email') || pool.AliasAttributes?.includes('email')
        ? undefined
        : 'People do not sign in with an e-mail address in this pool, and the portal asks for one. Signing in works with what the pool knows them by, if you call the field so (words: form.username). Signing up gives the address as the user name, which this pool may refuse: set signUp.enabled to false, or sign people up elsewhere.',
  },
  {
    code: 'mailNotVerified',
    severity: 'unwise',
    source: guide('signing-up-users-in-your-app'),
    find: ({ pool }) =>
      pool.AutoVerifiedAttributes?.includes('email')
        ? undefined
        : 'E-mail addresses are not verified when people sign up: no code is sent, so an administrator has to confirm each of them, and nobody can recover a password by mail. Put email into AutoVerifiedAttributes.',
  },
  {
    code: 'mailOutOfReach',
    severity: 'unwise',
    source: `${attributes}#user-pool-settings-attribute-permissions-and-scopes`,
    find: ({ client }) => {
      const { ReadAttributes: read } = client
      const missing = ['email', 'email_verified'].filter((name) => read && !read.includes(name))
      return missing.length === 0
        ? undefined
        : `The app client may not read ${missing.join(' and ')}: the account shows no address, or not whether it counts. Put it into ReadAttributes.`
    },
  },
  {
    code: 'noOwnAccounts',
    severity: 'unwise',
    source: reference('API_CreateUserPoolClient'),
    find: ({ client }) =>
      (client.SupportedIdentityProviders?.length ?? 0) === 0 ||
      client.SupportedIdentityProviders?.includes('COGNITO')
        ? undefined
        : 'The app client is for providers only: COGNITO is not among its SupportedIdentityProviders. The portal shows its own form all the same, and who has an account in the pool may not get in by the domain. Put COGNITO there, or serve the providers another way.',
  },
]
