import { Aws } from 'aws-cdk-lib'
import { CfnResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { connectSources, type Destinations, securityHeaders } from '../../edge/headers.ts'
import { nameInStack } from './nameInStack.ts'
import { poolDomain } from './poolDomain.ts'
import type { StackSettings } from './stackSettings.ts'

/** In the place of the region while headers are made: an address with a token in it is none to `new URL()`. */
const someRegion = 'region-of-the-stack'

/**
 * What S3 would tell of itself. CloudFront's own `Via`, `X-Cache` and `X-Amz-Cf-*` cannot be removed.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
const removed = ['Server', 'x-amz-server-side-encryption', 'x-amz-version-id']

/** CloudFront's longest value: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const longestValue = 1783

/** Whom the portal may reach: what `connect-src` says. */
export const admittedBy = (settings: StackSettings): string =>
  connectSources(Object.fromEntries(headersOf(settings))).join(' ')

/**
 * The headers of every response, from `edge/headers.json`.
 * @throws Error if a value is longer than CloudFront takes, or is one that its policies cannot say.
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
        items: [...headers]
          .filter(([name]) => !ofTheirOwn.includes(name))
          .map(([header, value]) => ({ header, value, override })),
      },
      removeHeadersConfig: { items: removed.map((header) => ({ header })) },
    },
  })
}

/** Whatever S3 says of the same name. */
const override = true

function headersOf({ federation, api, otherPools }: StackSettings): Map<string, string> {
  const others = otherPools.map(({ region, domain }, index): [string, Destinations] => [
    String(index),
    { cognito: { region }, ...(domain !== undefined && { federation: { domain } }) },
  ])
  const headers = securityHeaders({
    hosts: new Map(others),
    cognito: { region: someRegion },
    ...(federation && { federation: { domain: poolDomain(federation, someRegion) } }),
    api,
  })
  const tooLong = Object.keys(headers).find((name) => (headers[name] ?? '').length > longestValue)
  if (tooLong !== undefined) {
    throw new Error(
      `${tooLong} is longer than the ${longestValue} characters that CloudFront takes: name fewer api.origins.`,
    )
  }
  return new Map(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replaceAll(someRegion, Aws.REGION),
    ]),
  )
}

/** Headers that CloudFront takes as members of its own, and refuses as custom ones. */
const ofTheirOwn = [
  'Content-Security-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Referrer-Policy',
]

function securityConfig(
  headers: Map<string, string>,
  { includeSubDomains, preload }: StackSettings['strictTransport'],
): CfnResponseHeadersPolicy.SecurityHeadersConfigProperty {
  const value = (name: string) => {
    const found = headers.get(name)
    if (found === undefined) throw new Error(`edge/headers.json has no ${name}.`)
    return found
  }
  const [, maxAge] = /^max-age=(\d+)$/.exec(value('Strict-Transport-Security')) ?? []
  if (maxAge === undefined || value('X-Content-Type-Options') !== 'nosniff') {
    throw new Error(
      'A policy of CloudFront can say max-age of Strict-Transport-Security and nosniff only: see edge/headers.json.',
    )
  }
  return {
    contentSecurityPolicy: {
      contentSecurityPolicy: value('Content-Security-Policy'),
      override,
    },
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
