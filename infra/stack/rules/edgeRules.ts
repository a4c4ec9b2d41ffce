import assert from 'node:assert/strict'
import { viewerRequestCode } from '../../../edge/viewerRequest.ts'
import { at, idOf, list, ofType, property, text } from '../template.ts'
import { config, everywhere, theDefault } from './behaviours.ts'
import { gone, plus, type Rule, rule, set, unset } from './rule.ts'

/** A function of 10 kB is CloudFront's largest. */
const largest = 10_240

export const edgeRules: Rule[] = [
  rule(
    'the function is the one that is tested, and small enough',
    (template) => {
      const code = property(template, 'SiteViewerRequest', 'FunctionCode')
      assert.equal(code, viewerRequestCode)
      assert.ok(Buffer.byteLength(text(code)) < largest)
      assert.equal(property(template, 'SiteViewerRequest', 'AutoPublish'), true)
      const runtime = property(template, 'SiteViewerRequest', 'FunctionConfig.Runtime')
      assert.equal(runtime, 'cloudfront-js-2.0')
    },
    {
      'another code': set(
        'SiteViewerRequest',
        'FunctionCode',
        'function handler(e) { return e.request }',
      ),
      'never published': set('SiteViewerRequest', 'AutoPublish', false),
      'the first runtime': set('SiteViewerRequest', 'FunctionConfig.Runtime', 'cloudfront-js-1.0'),
    },
  ),
  rule(
    'no error is answered with a page',
    (template) => assert.equal(config(template, 'CustomErrorResponses'), undefined),
    {
      'index.html for a missing script': set(
        'SiteDistribution',
        'DistributionConfig.CustomErrorResponses',
        [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/index.html' }],
      ),
    },
  ),
  rule(
    'nobody gets a list of the files',
    (template) => assert.equal(config(template, 'DefaultRootObject'), 'index.html'),
    { 'at /': unset('SiteDistribution', 'DistributionConfig.DefaultRootObject') },
  ),
  rule(
    'HTTP/2 and HTTP/3 are spoken, over IPv4 and IPv6',
    (template) => {
      assert.equal(config(template, 'HttpVersion'), 'http2and3')
      assert.equal(config(template, 'IPV6Enabled'), true)
    },
    {
      'HTTP/1.1': set('SiteDistribution', 'DistributionConfig.HttpVersion', 'http1.1'),
      'no IPv6': set('SiteDistribution', 'DistributionConfig.IPV6Enabled', false),
    },
  ),
  rule(
    'a name of our own is served over TLS 1.2 of 2021, or newer',
    (template) => {
      if (config(template, 'Aliases') === undefined) return
      const version = text(config(template, 'ViewerCertificate.MinimumProtocolVersion'))
      assert.match(version, /^TLSv1\.[23]_20(2[1-9]|[3-9]\d)$/)
      assert.equal(config(template, 'ViewerCertificate.SslSupportMethod'), 'sni-only')
      const certificate = text(config(template, 'ViewerCertificate.AcmCertificateArn'))
      assert.match(certificate, /^arn:aws:acm:us-east-1:/)
    },
    {
      'TLS 1.0': set(
        'SiteDistribution',
        'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
        'TLSv1',
      ),
      'TLS 1.2 of 2019': set(
        'SiteDistribution',
        'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
        'TLSv1.2_2019',
      ),
      'no certificate': unset('SiteDistribution', 'DistributionConfig.ViewerCertificate'),
      'of Frankfurt': set(
        'SiteDistribution',
        'DistributionConfig.ViewerCertificate.AcmCertificateArn',
        'arn:aws:acm:eu-central-1:123456789012:certificate/1',
      ),
    },
  ),
  rule(
    'who asked for what is logged, and no cookie',
    (template) => {
      const log = idOf(template, 'BucketsLogs')
      assert.equal(config(template, 'Logging.Bucket.Fn::GetAtt.0'), log)
      assert.equal(config(template, 'Logging.IncludeCookies'), false)
      // CloudFront grants itself the right to write them by an ACL.
      const owner = property(template, 'BucketsLogs', 'OwnershipControls.Rules.0.ObjectOwnership')
      assert.equal(owner, 'BucketOwnerPreferred')
    },
    {
      cookies: set('SiteDistribution', 'DistributionConfig.Logging.IncludeCookies', true),
      'no log': unset('SiteDistribution', 'DistributionConfig.Logging'),
      'no bucket for it': gone('BucketsLogs'),
      'no ACL to write it by': set(
        'BucketsLogs',
        'OwnershipControls.Rules.0.ObjectOwnership',
        'BucketOwnerEnforced',
      ),
    },
  ),
  rule(
    'there is one distribution, of the files of the site alone',
    (template) => {
      assert.equal(ofType(template, 'AWS::CloudFront::Distribution').length, 1)
      assert.equal(config(template, 'Enabled'), true)
      const origins = list(config(template, 'Origins'))
      assert.equal(origins.length, 1)
      assert.equal(at(origins[0], 'DomainName.Fn::GetAtt.0'), idOf(template, 'BucketsSite'))
      everywhere('TargetOriginId', () => at(origins[0], 'Id') ?? null)(template)
    },
    {
      'the logs': set(
        'SiteDistribution',
        'DistributionConfig.Origins.0.DomainName.Fn::GetAtt.0',
        'BucketsLogsF3E46FAF',
      ),
      'a second origin': plus('SiteDistribution', 'DistributionConfig.Origins', {
        Id: 'other',
        DomainName: 'example.org',
      }),
      'no such origin': set('SiteDistribution', `${theDefault}.TargetOriginId`, 'other'),
      'switched off': set('SiteDistribution', 'DistributionConfig.Enabled', false),
    },
  ),
]
