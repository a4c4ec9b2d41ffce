import { readFileSync } from 'node:fs'
import { type EdgeRequest, type EdgeResponse, viewerRequest } from './viewerRequest.ts'

/** The template that `npm run synth` wrote: the stack with the settings of this project. */
export const template: unknown = JSON.parse(
  readFileSync(new URL('../infra/template.json', import.meta.url), 'utf8'),
)

/** The parts of a CloudFront distribution that decide its answers. */
export interface Distribution {
  /** The key that `/` stands for. */
  rootObject: string
  /** The first that matches is used; the last matches every path. */
  behaviours: Behaviour[]
  /** Without s3:ListBucket, S3 answers 403 for a missing key instead of 404. */
  mayList: boolean
}

export interface Behaviour {
  matches: (path: string) => boolean
  methods: string[]
  /** Added to every answer. */
  headers: Record<string, string>
  /** Headers of S3 that are not passed on, in lower case. */
  removed: string[]
  encodings: ('br' | 'gzip')[]
  viewerRequest?: (request: EdgeRequest) => EdgeRequest | EdgeResponse
}

/**
 * Reads a distribution out of a synthesized template, so that the preview answers as the deployed site.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-distributionconfig.html
 *
 * @param region of the stack, for `AWS::Region`.
 * @throws Error if the template uses a feature that the preview does not have.
 */
export function readDistribution(from: unknown, region: string): Distribution {
  const resources = Object.values(member(from, 'Resources') ?? {}) as unknown[]
  const ofType = (type: string) => resources.filter((one) => member(one, 'Type') === type)
  const [first, ...others] = ofType('AWS::CloudFront::Distribution')
  if (!first || others.length > 0) throw new Error('The template must have one distribution')
  const config = member(first, 'Properties', 'DistributionConfig')
  if (list(member(config, 'CustomErrorResponses')).length > 0) {
    throw new Error('The preview has no custom error responses')
  }
  const behaviour = (part: unknown): Behaviour => ({
    matches: matcher(member(part, 'PathPattern')),
    methods: list(member(part, 'AllowedMethods')).map(word),
    ...policyHeaders(target(from, member(part, 'ResponseHeadersPolicyId')), region),
    encodings: member(part, 'Compress') === true ? encodingsOf(from, part) : [],
    ...functionOf(from, part, region),
  })
  const behaviours = [
    ...list(member(config, 'CacheBehaviors')),
    member(config, 'DefaultCacheBehavior'),
  ]
  return {
    rootObject: word(member(config, 'DefaultRootObject')),
    behaviours: behaviours.map(behaviour),
    mayList: ofType('AWS::S3::BucketPolicy')
      .flatMap((policy) => list(member(policy, 'Properties', 'PolicyDocument', 'Statement')))
      .some((statement) => [member(statement, 'Action')].flat().includes('s3:ListBucket')),
  }
}

/** In a path pattern, `*` is any number of characters and `?` is one. */
function matcher(pattern: unknown): Behaviour['matches'] {
  if (typeof pattern !== 'string') return () => true
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const whole = new RegExp(`^${source.startsWith('/') ? '' : '/'}${source}$`)
  return (path) => whole.test(path)
}

function encodingsOf(from: unknown, part: unknown): Behaviour['encodings'] {
  const policy = target(from, member(part, 'CachePolicyId'))
  const key = member(policy, 'CachePolicyConfig', 'ParametersInCacheKeyAndForwardedToOrigin')
  return [
    ...(member(key, 'EnableAcceptEncodingBrotli') === true ? (['br'] as const) : []),
    ...(member(key, 'EnableAcceptEncodingGzip') === true ? (['gzip'] as const) : []),
  ]
}

function functionOf(from: unknown, part: unknown, region: string) {
  const association = list(member(part, 'FunctionAssociations')).find(
    (one) => member(one, 'EventType') === 'viewer-request',
  )
  if (!association) return {}
  const code = member(target(from, member(association, 'FunctionARN')), 'FunctionCode')
  return { viewerRequest: viewerRequest(textOf(code, region)) }
}

/**
 * The headers that a response headers policy adds and removes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-responseheaderspolicy.html
 */
function policyHeaders(policy: unknown, region: string) {
  const config = member(policy, 'ResponseHeadersPolicyConfig')
  const security = member(config, 'SecurityHeadersConfig')
  const text = (...names: string[]) => {
    const part = member(security, ...names)
    return part === undefined ? undefined : textOf(part, region)
  }
  const named: [string, string | undefined][] = [
    ['Content-Security-Policy', text('ContentSecurityPolicy', 'ContentSecurityPolicy')],
    ['Strict-Transport-Security', transportSecurity(member(security, 'StrictTransportSecurity'))],
    ['X-Content-Type-Options', member(security, 'ContentTypeOptions') ? 'nosniff' : undefined],
    ['X-Frame-Options', text('FrameOptions', 'FrameOption')],
    ['Referrer-Policy', text('ReferrerPolicy', 'ReferrerPolicy')],
    ...list(member(config, 'CustomHeadersConfig', 'Items')).map((item): [string, string] => [
      word(member(item, 'Header')),
      textOf(member(item, 'Value'), region),
    ]),
  ]
  const headers: Record<string, string> = {}
  for (const [name, value] of named) if (value !== undefined) headers[name] = value
  const removed = list(member(config, 'RemoveHeadersConfig', 'Items'))
  return { headers, removed: removed.map((item) => word(member(item, 'Header')).toLowerCase()) }
}

function transportSecurity(part: unknown): string | undefined {
  const age = word(member(part, 'AccessControlMaxAgeSec'))
  if (age === '') return undefined
  const subDomains = member(part, 'IncludeSubdomains') === true ? '; includeSubDomains' : ''
  return `max-age=${age}${subDomains}${member(part, 'Preload') === true ? '; preload' : ''}`
}

/** The value under these names, or undefined. */
function member(of: unknown, ...names: (string | number)[]): unknown {
  return names.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Reflect.get(found, name)
        : undefined,
    of,
  )
}

const list = (part: unknown): unknown[] => (Array.isArray(part) ? part : [])

const word = (part: unknown): string =>
  typeof part === 'string' || typeof part === 'number' ? String(part) : ''

/** The properties of the resource that a `Ref` or `Fn::GetAtt` names. */
function target(from: unknown, pointer: unknown): unknown {
  const id = word(member(pointer, 'Ref') ?? member(pointer, 'Fn::GetAtt', 0))
  const found = member(from, 'Resources', id, 'Properties')
  if (!found) throw new Error(`The template has nothing at ${JSON.stringify(pointer)}`)
  return found
}

/** Text with its pseudo parameters filled in, as CloudFormation does. */
function textOf(part: unknown, region: string): string {
  if (typeof part === 'string') return part
  if (member(part, 'Ref') === 'AWS::Region') return region
  if (member(part, 'Ref') === 'AWS::URLSuffix') return 'amazonaws.com'
  const join = member(part, 'Fn::Join')
  if (!join) throw new Error(`Not a text: ${JSON.stringify(part)}`)
  return list(member(join, 1))
    .map((one) => textOf(one, region))
    .join(word(member(join, 0)))
}
