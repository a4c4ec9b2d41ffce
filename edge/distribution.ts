import { policyHeaders } from './policyHeaders.ts'
import { bucketStatements, list, member, only, pointedTo, textIn, word } from './readTemplate.ts'
import { type EdgeRequest, type EdgeResponse, viewerRequest } from './viewerRequest.ts'

/** What a CloudFront distribution does, as far as it shows to who asks. */
export interface Distribution {
  /** The key that `/` stands for. */
  rootObject: string
  /** The first whose pattern fits is taken; that of the last fits everything. */
  behaviours: Behaviour[]
  /** Without s3:ListBucket, S3 does not tell what is missing from what is forbidden. */
  mayList: boolean
}

export interface Behaviour {
  fits: (path: string) => boolean
  methods: string[]
  /** Names are as they are sent. */
  headers: Record<string, string>
  /** Headers of the bucket that are not passed on, in lower case. */
  removed: string[]
  encodings: ('br' | 'gzip')[]
  viewerRequest?: (request: EdgeRequest) => EdgeRequest | EdgeResponse
}

/**
 * Reads a distribution out of a synthesized template, so that what answers here is what is deployed.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-distributionconfig.html
 *
 * @param region where the stack would be.
 * @throws Error where the template has what this cannot stand in for.
 */
export function readDistribution(template: unknown, region: string): Distribution {
  const config = member(only(template, 'AWS::CloudFront::Distribution'), 'DistributionConfig')
  if (list(member(config, 'CustomErrorResponses')).length > 0) {
    throw new Error('A distribution that answers with other pages than those asked for')
  }
  const behaviour = (part: unknown): Behaviour => ({
    fits: patternOf(member(part, 'PathPattern')),
    methods: list(member(part, 'AllowedMethods')).map(word),
    ...policyHeaders(pointedTo(template, member(part, 'ResponseHeadersPolicyId')), region),
    encodings: member(part, 'Compress') === true ? encodingsOf(template, part) : [],
    ...functionOf(template, part, region),
  })
  return {
    rootObject: word(member(config, 'DefaultRootObject')),
    behaviours: [
      ...list(member(config, 'CacheBehaviors')),
      member(config, 'DefaultCacheBehavior'),
    ].map(behaviour),
    mayList: bucketStatements(template).some((statement) =>
      [member(statement, 'Action')].flat().includes('s3:ListBucket'),
    ),
  }
}

/** `*` is any number of characters, `?` one. */
function patternOf(pattern: unknown): Behaviour['fits'] {
  if (typeof pattern !== 'string') return () => true
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const whole = new RegExp(`^${source.startsWith('/') ? '' : '/'}${source}$`)
  return (path) => whole.test(path)
}

function encodingsOf(template: unknown, part: unknown): Behaviour['encodings'] {
  const policy = pointedTo(template, member(part, 'CachePolicyId'))
  const key = member(policy, 'CachePolicyConfig', 'ParametersInCacheKeyAndForwardedToOrigin')
  return [
    ...(member(key, 'EnableAcceptEncodingBrotli') === true ? (['br'] as const) : []),
    ...(member(key, 'EnableAcceptEncodingGzip') === true ? (['gzip'] as const) : []),
  ]
}

function functionOf(template: unknown, part: unknown, region: string) {
  const association = list(member(part, 'FunctionAssociations')).find(
    (one) => member(one, 'EventType') === 'viewer-request',
  )
  if (!association) return {}
  const made = pointedTo(template, member(association, 'FunctionARN'))
  return { viewerRequest: viewerRequest(textIn(member(made, 'FunctionCode'), region)) }
}
