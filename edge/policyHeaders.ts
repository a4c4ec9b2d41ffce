import { list, member, textIn, word } from './readTemplate.ts'

/**
 * The headers that a response headers policy adds and takes away.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-responseheaderspolicy.html
 */
export function policyHeaders(policy: unknown, region: string) {
  const config = member(policy, 'ResponseHeadersPolicyConfig')
  const security = member(config, 'SecurityHeadersConfig')
  const text = (...names: string[]) => {
    const part = member(security, ...names)
    return part === undefined ? undefined : textIn(part, region)
  }
  const named: [string, string | undefined][] = [
    ['Content-Security-Policy', text('ContentSecurityPolicy', 'ContentSecurityPolicy')],
    ['Strict-Transport-Security', transportSecurity(member(security, 'StrictTransportSecurity'))],
    ['X-Content-Type-Options', member(security, 'ContentTypeOptions') ? 'nosniff' : undefined],
    ['X-Frame-Options', text('FrameOptions', 'FrameOption')],
    ['Referrer-Policy', text('ReferrerPolicy', 'ReferrerPolicy')],
    ...list(member(config, 'CustomHeadersConfig', 'Items')).map((item): [string, string] => [
      word(member(item, 'Header')),
      textIn(member(item, 'Value'), region),
    ]),
  ]
  return {
    headers: Object.fromEntries(
      named.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ) as Record<string, string>,
    removed: list(member(config, 'RemoveHeadersConfig', 'Items')).map((item) =>
      word(member(item, 'Header')).toLowerCase(),
    ),
  }
}

function transportSecurity(part: unknown): string | undefined {
  const age = word(member(part, 'AccessControlMaxAgeSec'))
  if (age === '') return undefined
  return [
    `max-age=${age}`,
    ...(member(part, 'IncludeSubdomains') === true ? ['includeSubDomains'] : []),
    ...(member(part, 'Preload') === true ? ['preload'] : []),
  ].join('; ')
}
