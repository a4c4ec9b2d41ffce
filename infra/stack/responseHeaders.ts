import { Aws } from 'aws-cdk-lib'
import { CfnResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { connectSources, type Destinations, securityHeaders } from '../../edge/headers.ts'
import { poolDomain, type StackSettings } from './stackSettings.ts'

/** Stands for the region while the headers are built: `new URL()` cannot parse an address with a CDK token. */
const regionPlaceholder = 'region-of-the-stack'

/**
 * Headers of S3 that reveal the backend. CloudFront's own `Via`, `X-Cache` and `X-Amz-Cf-*` cannot be removed.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
const removed = ['Server', 'x-amz-server-side-encryption', 'x-amz-version-id']

/** Maximum length of a header value in characters: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const maxLength = 1783

/** CloudFront's policies and functions are global to the account, so their names include stack and region. */
export const nameInStack = (name: string) => `${Aws.STACK_NAME}-${Aws.REGION}-${name}`

/** The origins that the portal may connect to: the sources of `connect-src`. */
export const allowedOrigins = (settings: StackSettings): string =>
  connectSources(headersOf(settings)).join(' ')

/**
 * The headers of every response, from `edge/headers.json`.
 * @throws Error if a value is too long for CloudFront, or cannot be written in its policies.
 */
export function addResponseHeaders(
  scope: Construct,
  settings: StackSettings,
): CfnResponseHeadersPolicy {
  const headers = headersOf(settings)
  return new CfnResponseHeadersPolicy(scope, 'ResponseHeaders', {
    responseHeadersPolicyConfig: {
      name: nameInStack('headers'),
      securityHeadersConfig: securityConfig(headers, settings.strictTransport),
      customHeadersConfig: {
        items: Object.entries(headers)
          .filter(([name]) => !ownMembers.includes(name))
          .map(([header, value]) => ({ header, value, override })),
      },
      removeHeadersConfig: { items: removed.map((header) => ({ header })) },
    },
  })
}

/** The policy wins over a header of the same name from S3. */
const override = true

function headersOf({ federation, api, events, otherPools }: StackSettings): Record<string, string> {
  const others = otherPools.map(({ region, domain }, index): [string, Destinations] => [
    String(index),
    { cognito: { region }, ...(domain !== undefined && { federation: { domain } }) },
  ])
  const headers = securityHeaders({
    hosts: new Map(others),
    cognito: { region: regionPlaceholder },
    ...(federation && { federation: { domain: poolDomain(federation, regionPlaceholder) } }),
    api,
    ...(events && { events }),
  })
  const tooLong = Object.keys(headers).find((name) => (headers[name] ?? '').length > maxLength)
  if (tooLong !== undefined) {
    throw new Error(
      `${tooLong} is longer than CloudFront's limit of ${maxLength} characters: name fewer api.origins.`,
    )
  }
  const entries = Object.entries(headers)
  // In other partitions, such as the European Sovereign Cloud, host names end differently.
  const located = (value: string) =>
    value
      .replaceAll(`${regionPlaceholder}.amazonaws.com`, `${Aws.REGION}.${Aws.URL_SUFFIX}`)
      .replaceAll(regionPlaceholder, Aws.REGION)
  return Object.fromEntries(entries.map(([name, value]) => [name, located(value)]))
}

/** Headers that are members of `securityHeadersConfig`; CloudFront refuses them as custom headers. */
const ownMembers = [
  'Content-Security-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Referrer-Policy',
]

function securityConfig(
  headers: Record<string, string>,
  { includeSubDomains, preload }: StackSettings['strictTransport'],
): CfnResponseHeadersPolicy.SecurityHeadersConfigProperty {
  const value = (name: string) => {
    const found = headers[name]
    if (found === undefined) throw new Error(`edge/headers.json has no ${name}.`)
    return found
  }
  const [, maxAge] = /^max-age=(\d+)$/.exec(value('Strict-Transport-Security')) ?? []
  if (maxAge === undefined || value('X-Content-Type-Options') !== 'nosniff') {
    throw new Error(
      'CloudFront can only send max-age of Strict-Transport-Security, and nosniff: see edge/headers.json.',
    )
  }
  return {
    contentSecurityPolicy: { contentSecurityPolicy: value('Content-Security-Policy'), override },
    strictTransportSecurity: {
      accessControlMaxAgeSec: Number(maxAge),
      includeSubdomains: includeSubDomains,
      preload,
      override,
    },
    contentTypeOptions: { override },
    frameOptions: { frameOption: value('X-Frame-Options'), override },
    referrerPolicy: { referrerPolicy: value('Referrer-Policy'), override },
  }
}
