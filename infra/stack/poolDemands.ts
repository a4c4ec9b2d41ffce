import { type Demand, isCount, isSameOrBelow } from './demands.ts'
import type { PoolSettings, StackSettings } from './stackSettings.ts'
import { standardAttributes } from './standardAttributes.ts'

/** What Cognito would refuse in the middle of a deployment, and what would lock people out after it. */
export function poolDemands({ pool, domain }: StackSettings): Demand[] {
  const { email, passkeyRelyingPartyId: party, groups, attributes, firewall } = pool
  const unknown = attributes.filter((name) => !Object.hasOwn(standardAttributes, name))
  return [
    ...senderDemands(email),
    [
      'pool.emailMfa',
      !pool.emailMfa || email !== undefined,
      'needs pool.email: Cognito sends such codes through SES only',
    ],
    [
      'pool.emailSignIn',
      !pool.emailSignIn || email !== undefined,
      'needs pool.email: Cognito sends such codes through SES only',
    ],
    [
      'pool.passkeyRelyingPartyId',
      party === undefined || (domain !== undefined && isSameOrBelow(domain.name, party)),
      `must be ${domain?.name ?? 'the name of the site, so domain must be set'} or a parent of it, or no browser will use the passkeys`,
    ],
    [
      'pool.groups',
      new Set(groups).size === groups.length &&
        groups.every((name) => /^[\w.@+-]{1,128}$/.test(name)),
      'must be different names of letters, digits and _.@+-, 128 at most',
    ],
    ['pool.attributes', attributes.includes('email'), 'must have email: people sign in with it'],
    [
      'pool.attributes',
      unknown.length === 0,
      `must not have ${unknown.join(', ')}: only standard attributes are for people to write themselves`,
    ],
    [
      'pool.firewall.requestsPer5Minutes',
      firewall === undefined || isCount(firewall.requestsPer5Minutes, 10, 2_000_000_000),
      'must be a whole number, 10 or more',
    ],
  ]
}

function senderDemands(email: PoolSettings['email']): Demand[] {
  if (!email) return []
  return [
    [
      'pool.email.identityArn',
      /^arn:aws[\w-]*:ses:[a-z\d-]+:\d{12}:identity\/[^/]+$/.test(email.identityArn),
      'must be the ARN of an identity of SES, like arn:aws:ses:eu-central-1:123456789012:identity/example.com',
    ],
    [
      'pool.email.from',
      /^[^\s@<>]+@[^\s@<>]+$/.test(email.from),
      'must be an e-mail address, without a name',
    ],
  ]
}
