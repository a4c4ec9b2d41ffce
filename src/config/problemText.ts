import type { ConfigProblem } from './loadConfig.ts'
import { type Setting, settings } from './settings.ts'

/** Requirements of settings whose type alone does not tell. */
const requirements: Record<string, string> = {
  'cognito.region': 'must be an AWS region, like eu-central-1',
  'cognito.userPoolId': 'must be a user pool id, like eu-central-1_AbCdEfGhI',
  'cognito.userPoolClientId': 'must be the id of an app client without a secret',
  'cognito.endpoint': 'must be an https: address; http: is for localhost only',
  'federation.domain': 'must be the https: address of the domain of the pool',
  'signIn.acrValues': 'must be names of levels with a space between them',
  'federation.scopes': 'must be a list of names of scopes',
  'api.origins': 'must be a list of origins like https://api.example.com, or self',
  'api.me': 'must be an http(s) address, or a path of this site like /api/me',
  'events.endpoint': 'must be an http(s) address, or a path of this site like /events',
  'portal.name': 'must not be empty',
  'portal.supportUrl': 'must be an https: or mailto: address',
  'portal.termsUrl': 'must be an https: or mailto: address',
  'portal.privacyUrl': 'must be an https: or mailto: address',
  'portal.imprintUrl': 'must be an https: or mailto: address',
  'portal.accessibilityUrl': 'must be an https: or mailto: address',
  'brand.logo': 'must be the path of a file on this site, like /logo.svg',
  'brand.logoDark': 'must be the path of a file on this site, like /logo.svg',
  'brand.background': 'must be the path of a file on this site, like /logo.svg',
  'brand.icon': 'must be the path of a file on this site, like /logo.svg',
  'brand.accent': 'must be a colour like #0f4a31',
  'brand.accentDark': 'must be a colour like #0f4a31',
  'brand.surface': 'must be a colour like #0f4a31',
  'brand.surfaceDark': 'must be a colour like #0f4a31',
}

/** The prefix of a host's own settings, which have the same requirements. */
const hostPrefix = /^hosts\[".*?"\]\./

/**
 * Describes a problem for the operator. In English, as are AWS's own messages.
 *
 * @param cause The error of JSON.parse; in most browsers it names the line and column.
 */
export function problemText({ field, fault }: ConfigProblem, cause?: unknown): string {
  switch (fault) {
    case 'notThisValue':
      return requirementOf(field.replace(hostPrefix, ''))
    case 'noSetting':
      return 'is not a setting'
    case 'noObject':
      return 'must be an object'
    case 'noJson':
      return `the server answered with something that is not JSON${placeIn(cause)}`
    case 'htmlPage':
      return 'the server answered with an HTML page: is the file there?'
    case 'noAnswer':
      return 'the server could not be reached'
    case 'noHttps':
      return 'this page must be served over https, or browsers give it no cryptography'
    case 'poolOfAnotherRegion':
      return 'is not the region that cognito.userPoolId begins with; for a replica there, also set cognito.endpoint, like https://cognito-idp.us-west-2.amazonaws.com'
    default:
      return `the server answered ${fault}`
  }
}

function requirementOf(field: string): string {
  if (field.startsWith('hosts[')) return 'must be named as browsers do, like login.example.com'
  return requirements[field] ?? requirementByType(field)
}

function placeIn(cause: unknown): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(cause)) ?? []
  return line === undefined ? '' : `: see line ${line}, column ${column}`
}

function requirementByType(field: string): string {
  const setting = Object.entries(settings)
    .flatMap(([section, names]) =>
      Object.entries<Setting>(names).map(([name, one]) => [`${section}.${name}`, one] as const),
    )
    .find(([path]) => path === field)?.[1]
  switch (setting?.type) {
    case 'flag':
      return 'must be true or false'
    case 'choice':
      return `must be one of ${setting.of.join(', ')}`
    case 'names':
      return 'must be a list of attribute names'
    case 'choices':
      return `must be a list of some of ${setting.of.join(', ')}`
    case 'providers':
      return 'must be a list like [{"name": "Google", "label": "Google", "emailDomains": []}]'
    case 'texts':
      return 'must be an object of texts'
    case 'count':
      return `must be a whole number from ${setting.from} to ${setting.to}`
    default:
      return 'must be a text'
  }
}
