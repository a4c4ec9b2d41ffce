import assert from 'node:assert/strict'
import { at, idOf, property, type Template } from '../template.ts'
import { behaviours, config, everywhere, theAssets, theDefault } from './behaviours.ts'
import { plus, type Rule, rule, set, unset, without } from './rule.ts'

const cache = (template: Template, path: string) =>
  property(template, 'SiteCache', `CachePolicyConfig.${path}`)

const inKey = 'ParametersInCacheKeyAndForwardedToOrigin'

export const behaviourRules: Rule[] = [
  rule(
    'http is sent to https',
    everywhere('ViewerProtocolPolicy', () => 'redirect-to-https'),
    {
      'both are served': set('SiteDistribution', `${theDefault}.ViewerProtocolPolicy`, 'allow-all'),
      'scripts over http': set(
        'SiteDistribution',
        `${theAssets}.ViewerProtocolPolicy`,
        'allow-all',
      ),
    },
  ),
  rule(
    'files are got, and nothing is sent',
    everywhere('AllowedMethods', () => ['GET', 'HEAD']),
    {
      'POST too': plus('SiteDistribution', `${theDefault}.AllowedMethods`, 'POST'),
      'left to the default': unset('SiteDistribution', `${theAssets}.AllowedMethods`),
    },
  ),
  rule(
    'answers are compressed',
    everywhere('Compress', () => true),
    { 'scripts are not': set('SiteDistribution', `${theAssets}.Compress`, false) },
  ),
  rule(
    'every answer has the headers',
    everywhere('ResponseHeadersPolicyId', (template) => ({
      Ref: idOf(template, 'SiteResponseHeaders'),
    })),
    {
      'scripts have not': unset('SiteDistribution', `${theAssets}.ResponseHeadersPolicyId`),
      'pages have not': unset('SiteDistribution', `${theDefault}.ResponseHeadersPolicyId`),
      "Amazon's instead": set(
        'SiteDistribution',
        `${theDefault}.ResponseHeadersPolicyId`,
        '67f7725c-6f97-4210-82d7-5512b31e9d03',
      ),
    },
  ),
  rule(
    'the function, and only it, sees every request',
    everywhere('FunctionAssociations', (template) => [
      {
        EventType: 'viewer-request',
        FunctionARN: { 'Fn::GetAtt': [idOf(template, 'SiteViewerRequest'), 'FunctionARN'] },
      },
    ]),
    {
      detached: unset('SiteDistribution', `${theDefault}.FunctionAssociations`),
      'too late': set(
        'SiteDistribution',
        `${theDefault}.FunctionAssociations.0.EventType`,
        'viewer-response',
      ),
    },
  ),
  rule(
    'no Lambda stands between',
    (template) => {
      for (const one of behaviours(template)) {
        assert.equal(at(one, 'LambdaFunctionAssociations'), undefined)
      }
    },
    { 'Lambda@Edge': set('SiteDistribution', `${theDefault}.LambdaFunctionAssociations`, []) },
  ),
  rule(
    'what is cached, and how long, is said by each file',
    (template) => {
      everywhere('CachePolicyId', () => ({ Ref: idOf(template, 'SiteCache') }))(template)
      assert.equal(cache(template, 'MinTTL'), 0)
      assert.equal(cache(template, 'DefaultTTL'), 0)
      assert.equal(cache(template, 'MaxTTL'), 31_536_000)
    },
    {
      'a minute at least': set('SiteCache', 'CachePolicyConfig.MinTTL', 60),
      'a day without a word': set('SiteCache', 'CachePolicyConfig.DefaultTTL', 86_400),
      "Amazon's policy": set(
        'SiteDistribution',
        `${theDefault}.CachePolicyId`,
        '658327ea-f89d-4fab-a63d-7e88639e58f6',
      ),
    },
  ),
  rule(
    'a file is cached once for brotli and once for gzip, whatever else is asked',
    (template) =>
      assert.deepEqual(cache(template, inKey), {
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      }),
    {
      'no brotli': set('SiteCache', `CachePolicyConfig.${inKey}.EnableAcceptEncodingBrotli`, false),
      'cookies to S3': set(
        'SiteCache',
        `CachePolicyConfig.${inKey}.CookiesConfig.CookieBehavior`,
        'all',
      ),
      'queries to S3': set(
        'SiteCache',
        `CachePolicyConfig.${inKey}.QueryStringsConfig.QueryStringBehavior`,
        'all',
      ),
    },
  ),
  rule(
    'hashed files have a behaviour of their own',
    (template) => assert.equal(config(template, 'CacheBehaviors.0.PathPattern'), '/assets/*'),
    { 'have not': without('SiteDistribution', 'DistributionConfig.CacheBehaviors', 0) },
  ),
]
