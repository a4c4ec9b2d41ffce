import { possibleFlows } from '../configOf.ts'
import { flowsOf } from '../facts.ts'
import { type Check, guide, reference } from './check.ts'

const flowGuide = guide('amazon-cognito-user-pools-authentication-flow-methods')
const permissions = `${guide('user-pool-settings-attributes')}#user-pool-settings-attribute-permissions-and-scopes`

/** What the app client may do, and what it may ask for. */
export const clientChecks: readonly Check[] = [
  {
    code: 'clientSecret',
    severity: 'dangerous',
    source: guide('user-pool-settings-client-apps'),
    find: ({ client }) =>
      client.ClientSecret === undefined
        ? undefined
        : 'The app client has a secret. Whatever a browser is given, everybody can read, so the portal has none to show and this client refuses it. A secret cannot be taken away: make another client, without one (GenerateSecret: false).',
  },
  {
    code: 'noFlow',
    severity: 'dangerous',
    source: flowGuide,
    find: (seen) =>
      possibleFlows(seen).length > 0
        ? undefined
        : 'The app client has no flow in which the portal can sign anybody in. Add ALLOW_USER_SRP_AUTH, or ALLOW_USER_AUTH where people are to choose between password, code and passkey.',
  },
  {
    code: 'passwordFlow',
    severity: 'unwise',
    source: flowGuide,
    find: (seen) =>
      named(
        flowsOf(seen),
        ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
        (flow) =>
          `The app client has ${flow}, in which the password itself is sent. The portal proves it by SRP instead and never needs this; for who guesses passwords it is the easiest way. Take it out of ExplicitAuthFlows.`,
      ),
  },
  {
    code: 'adminFlow',
    severity: 'unwise',
    source: flowGuide,
    find: (seen) =>
      named(
        flowsOf(seen),
        ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
        (flow) =>
          `The app client has ${flow}, which is for servers with AWS credentials. If one of yours signs people in like that, give it a client of its own, and take this flow out of the portal’s.`,
      ),
  },
  {
    code: 'existenceErrors',
    severity: 'unwise',
    source: guide('cognito-user-pool-managing-errors'),
    find: ({ client }) =>
      client.PreventUserExistenceErrors === 'ENABLED'
        ? undefined
        : 'The app client tells strangers who has an account: an unknown name is answered differently from a wrong password. Set PreventUserExistenceErrors to ENABLED (without a value, it is LEGACY).',
  },
  {
    code: 'allWritable',
    severity: 'unwise',
    source: permissions,
    find: ({ client, pool }) => {
      if (client.WriteAttributes) return undefined
      const custom = (pool.SchemaAttributes ?? []).flatMap(({ Name = '', Mutable }) =>
        Mutable && Name.startsWith('custom:') ? Name : [],
      )
      const those = custom.length > 0 ? ` The pool has ${custom.join(', ')}, too.` : ''
      return `The app client has no list of attributes that it may write, so whoever is signed in can change any of their own by a call to Cognito, also those that no page offers.${those} Set WriteAttributes to those that people may change, and let no permission depend on one of them.`
    },
  },
  {
    code: 'customWritable',
    severity: 'unwise',
    source: permissions,
    find: ({ client }) => {
      const custom = (client.WriteAttributes ?? []).filter((name) => name.startsWith('custom:'))
      return custom.length === 0
        ? undefined
        : `People may write ${custom.join(', ')} themselves, by a call to Cognito, whatever the pages offer. If any of these says what somebody may do, or whose they are, take it out of WriteAttributes and use groups; otherwise leave it. The portal shows these, and lets nobody change them until profile.readOnly says otherwise.`
    },
  },
  {
    code: 'aliases',
    severity: 'unwise',
    source: reference('API_CreateUserPool'),
    find: ({ pool }) =>
      pool.AliasAttributes?.includes('email')
        ? 'An e-mail address is an alias here (AliasAttributes), so nobody can sign up with one: Cognito wants another name first, and says of each whether it is taken. That was settled when the pool was made; where people are to sign up with their address, it takes a pool with UsernameAttributes: email.'
        : undefined,
  },
  {
    code: 'caseSensitive',
    severity: 'unwise',
    source: guide('user-pool-case-sensitivity'),
    find: ({ pool }) =>
      pool.UsernameConfiguration?.CaseSensitive === false
        ? undefined
        : 'Names are case-sensitive: Ada@example.com and ada@example.com are two people, and a phone that begins with a capital keeps somebody out. That was settled when the pool was made, so mind it when you make the next (UsernameConfiguration.CaseSensitive: false).',
  },
]

function named(flows: string[], unwanted: string[], say: (flow: string) => string) {
  const found = flows.find((flow) => unwanted.includes(flow))
  return found === undefined ? undefined : say(found)
}
