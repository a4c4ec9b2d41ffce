import { Match } from 'aws-cdk-lib/assertions'
import { expect } from 'vitest'
import { readDistribution } from '../../edge/distribution.ts'
import { connectSources, differingHeaders, securityHeaders } from '../../edge/headers.ts'
import { viewerRequestCode } from '../../edge/viewerRequest.ts'
import { parseConfig } from '../../src/config/loadConfig.ts'
import {
  changesTo,
  idOf,
  type Invariant,
  output,
  resource,
  type Synthesized,
  testInvariants,
} from './test/invariants.ts'

const distribution = 'AWS::CloudFront::Distribution'
const defaultBehaviour = 'DefaultCacheBehavior'
const assetsBehaviour = 'CacheBehaviors.0'
const csp = 'SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy'
const hsts = 'SecurityHeadersConfig.StrictTransportSecurity'
const customHeaders = 'CustomHeadersConfig.Items'

const everyBehaviour = ({ template }: Synthesized, expected: object) =>
  template.hasResourceProperties(distribution, {
    DistributionConfig: {
      DefaultCacheBehavior: expected,
      CacheBehaviors: [{ PathPattern: '/assets/*', ...expected }],
    },
  })

const deny = (Condition: object) =>
  Match.objectLike({ Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Condition })

const logsPolicyChange = changesTo('BucketsLogsPolicy', 'PolicyDocument.')
const sitePolicyChange = changesTo('BucketsSitePolicy', 'PolicyDocument.')
const cacheChange = changesTo('SiteCache', 'CachePolicyConfig.')
const distributionChange = changesTo('SiteDistribution', 'DistributionConfig.')
const headersChange = changesTo('SiteResponseHeaders', 'ResponseHeadersPolicyConfig.')
const viewerRequestChange = changesTo('SiteViewerRequest')

const invariants: Invariant[] = [
  {
    name: 'every answer has the headers that the preview sends for the same config',
    check: ({ json }) => {
      const config = parseConfig(output(json, 'PortalConfig'))
      for (const { headers } of readDistribution(json, 'eu-central-1').behaviours) {
        const names = Object.keys(securityHeaders(config)).toSorted()
        expect(Object.keys(headers).toSorted()).toEqual(names)
        expect(differingHeaders(headers, config)).toEqual([])
        expect(connectSources(headers).join(' ')).toBe(output(json, 'ConnectSources'))
        expect(headers['Content-Security-Policy']).not.toMatch(/unsafe-|\*|data:|blob:|http:/)
      }
    },
    mistakes: {
      'frames are allowed': headersChange.replace(csp, " frame-ancestors 'none';", ''),
      'no Trusted Types': headersChange.replace(csp, "require-trusted-types-for 'script'; ", ''),
      'the CSP of another region': headersChange.set(`${csp}.Fn::Join.1.1`, 'us-east-1'),
      'an API is missing in the CSP': headersChange.replace(csp, ' https://api.example.com', ''),
      'the receiver of events is missing in the CSP': headersChange.replace(
        csp,
        ' https://events.example.com',
        '',
      ),
      'every origin is allowed': headersChange.replace(
        csp,
        "connect-src 'self'",
        "connect-src 'self' *",
      ),
      'one header more': headersChange.append(customHeaders, {
        Header: 'X-XSS-Protection',
        Value: '1',
      }),
      'one header less': headersChange.dropFirst(customHeaders),
      'content sniffing': headersChange.set('SecurityHeadersConfig.ContentTypeOptions', undefined),
      'HSTS for a day': headersChange.set(`${hsts}.AccessControlMaxAgeSec`, 86_400),
      'HSTS preload without subdomains': headersChange.set(`${hsts}.IncludeSubdomains`, false),
      'scripts have no headers': distributionChange.set(
        `${assetsBehaviour}.ResponseHeadersPolicyId`,
        undefined,
      ),
    },
  },
  {
    name: 'the headers override those of S3, hide it, and allow no other origin to read',
    check: ({ template, json }) => {
      const names = ['Server', 'x-amz-server-side-encryption', 'x-amz-version-id']
      template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
        ResponseHeadersPolicyConfig: {
          CorsConfig: Match.absent(),
          RemoveHeadersConfig: { Items: names.map((Header) => ({ Header })) },
        },
      })
      const text = JSON.stringify(resource(json, 'SiteResponseHeaders'))
      expect(text.match(/"Override":true/g)).toHaveLength(9)
    },
    mistakes: {
      'S3 may send another CSP': headersChange.set(csp.replace(/\w+$/, 'Override'), false),
      'S3 may send another Permissions-Policy': headersChange.set(
        `${customHeaders}.0.Override`,
        false,
      ),
      'the Server header stays': headersChange.dropFirst('RemoveHeadersConfig.Items'),
      CORS: headersChange.set('CorsConfig', {
        AccessControlAllowOrigins: { Items: ['*'] },
      }),
    },
  },
  {
    name: 'browsers and buckets use TLS, from version 1.2',
    check: (stack) => {
      everyBehaviour(stack, { ViewerProtocolPolicy: 'redirect-to-https' })
      stack.template.allResourcesProperties('AWS::S3::BucketPolicy', {
        PolicyDocument: {
          Statement: Match.arrayWith([
            deny({ Bool: { 'aws:SecureTransport': 'false' } }),
            deny({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
          ]),
        },
      })
      if (!stack.settings.domain) return
      stack.template.hasResourceProperties(distribution, {
        DistributionConfig: {
          ViewerCertificate: {
            AcmCertificateArn: Match.stringLikeRegexp('^arn:aws:acm:us-east-1:'),
            MinimumProtocolVersion: 'TLSv1.2_2021',
            SslSupportMethod: 'sni-only',
          },
        },
      })
    },
    mistakes: {
      'pages over http': distributionChange.set(
        `${defaultBehaviour}.ViewerProtocolPolicy`,
        'allow-all',
      ),
      'scripts over http': distributionChange.set(
        `${assetsBehaviour}.ViewerProtocolPolicy`,
        'allow-all',
      ),
      'TLS 1.0': distributionChange.set('ViewerCertificate.MinimumProtocolVersion', 'TLSv1'),
      'a certificate of another region': distributionChange.replace(
        'ViewerCertificate',
        'us-east-1',
        'eu-central-1',
      ),
      'the site bucket over http': sitePolicyChange.set('Statement.0.Effect', 'Allow'),
      'the log bucket over TLS 1.0': logsPolicyChange.set('Statement.1.Condition', {
        NumericLessThan: { 's3:TlsVersion': 1 },
      }),
    },
  },
  {
    name: 'only GET and HEAD are allowed',
    check: (stack) => everyBehaviour(stack, { AllowedMethods: ['GET', 'HEAD'] }),
    mistakes: {
      POST: distributionChange.append(`${defaultBehaviour}.AllowedMethods`, 'POST'),
      'the default': distributionChange.set(`${assetsBehaviour}.AllowedMethods`, undefined),
    },
  },
  {
    name: 'the tested function, and no other code, runs on every request',
    check: (stack) => {
      const FunctionARN = { 'Fn::GetAtt': [idOf(stack.json, 'SiteViewerRequest'), 'FunctionARN'] }
      everyBehaviour(stack, {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN }],
        LambdaFunctionAssociations: Match.absent(),
      })
      stack.template.hasResourceProperties('AWS::CloudFront::Function', {
        FunctionCode: viewerRequestCode,
        AutoPublish: true,
        FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
      })
    },
    mistakes: {
      'other code': viewerRequestChange.set(
        'FunctionCode',
        'function handler(e) { return e.request }',
      ),
      'the code is not published': viewerRequestChange.set('AutoPublish', false),
      'no function for pages': distributionChange.set(
        `${defaultBehaviour}.FunctionAssociations`,
        undefined,
      ),
      'Lambda@Edge': distributionChange.set(`${defaultBehaviour}.LambdaFunctionAssociations`, []),
    },
  },
  {
    name: 'a missing file is a 404, not a page, and no address lists the bucket',
    check: ({ template }) =>
      template.hasResourceProperties(distribution, {
        DistributionConfig: {
          CustomErrorResponses: Match.absent(),
          DefaultRootObject: 'index.html',
        },
      }),
    mistakes: {
      'index.html for a missing script': distributionChange.set('CustomErrorResponses', [
        { ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/index.html' },
      ]),
      'a list at /': distributionChange.set('DefaultRootObject', undefined),
    },
  },
  {
    name: 'each file decides how long it is cached; cookies and queries are not forwarded',
    check: (stack) => {
      everyBehaviour(stack, {
        CachePolicyId: { Ref: idOf(stack.json, 'SiteCache') },
        OriginRequestPolicyId: Match.absent(),
        Compress: true,
      })
      stack.template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
        CachePolicyConfig: {
          MinTTL: 0,
          DefaultTTL: 0,
          ParametersInCacheKeyAndForwardedToOrigin: {
            EnableAcceptEncodingBrotli: true,
            EnableAcceptEncodingGzip: true,
            CookiesConfig: { CookieBehavior: 'none' },
            HeadersConfig: { HeaderBehavior: 'none' },
            QueryStringsConfig: { QueryStringBehavior: 'none' },
          },
        },
      })
    },
    mistakes: {
      'a minimum of a minute': cacheChange.set('MinTTL', 60),
      'a default of a day': cacheChange.set('DefaultTTL', 86_400),
      cookies: cacheChange.replace(
        'ParametersInCacheKeyAndForwardedToOrigin',
        '"CookieBehavior":"none"',
        '"CookieBehavior":"all"',
      ),
      queries: distributionChange.set(`${defaultBehaviour}.OriginRequestPolicyId`, 'all'),
      'scripts are not compressed': distributionChange.set(`${assetsBehaviour}.Compress`, false),
    },
  },
]

testInvariants(invariants)
