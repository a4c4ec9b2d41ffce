import { Aws, CfnRule, Duration, Fn, Stack } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { viewerRequestCode } from '../../edge/viewerRequest.ts'
import { addResponseHeaders, nameInStack } from './responseHeaders.ts'
import type { SiteBuckets } from './SiteBuckets.ts'
import { regionsWithAccessLogs, type StackSettings } from './stackSettings.ts'

/** CloudFront in front of the site's bucket. */
export class SiteDistribution extends Construct {
  readonly distribution: cloudfront.Distribution
  /** Without a slash at the end. */
  readonly url: string

  constructor(scope: Construct, id: string, buckets: SiteBuckets, settings: StackSettings) {
    super(scope, id)
    const { domain, cloudFrontWebAclArn } = settings
    const behaviour = this.behaviour(buckets, settings)
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Gatehouse',
      defaultBehavior: behaviour,
      additionalBehaviors: { '/assets/*': behaviour },
      // No custom error responses: with index.html for a missing script, a browser would run HTML.
      defaultRootObject: 'index.html',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      priceClass: cloudfront.PriceClass[settings.priceClass],
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      ...this.accessLogs(buckets, settings),
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      ...(cloudFrontWebAclArn !== undefined && { webAclId: cloudFrontWebAclArn }),
    })
    this.url = `https://${domain?.name ?? this.distribution.distributionDomainName}`
  }

  private accessLogs(
    { logs }: SiteBuckets,
    { accessLogs }: StackSettings,
  ): Pick<cloudfront.DistributionProps, 'logBucket' | 'logFilePrefix' | 'logIncludesCookies'> {
    if (accessLogs === false) return {}
    const logging = { logFilePrefix: 'cloudfront/', logIncludesCookies: false }
    if (accessLogs) {
      const { bucket: bucketName, region } = accessLogs
      const logBucket = Bucket.fromBucketAttributes(this, 'AccessLogs', { bucketName, region })
      return { ...logging, logBucket }
    }
    // In an opt-in region, CloudFront would refuse the bucket only when most of the stack is created.
    new CfnRule(Stack.of(this), 'AccessLogsRegion').addAssertion(
      Fn.conditionContains(regionsWithAccessLogs, Aws.REGION),
      'CloudFront delivers no access logs to a bucket in this region: see accessLogs in infra/stack/stackSettings.ts.',
    )
    return { ...logging, logBucket: logs }
  }

  private behaviour({ site }: SiteBuckets, settings: StackSettings): cloudfront.BehaviorOptions {
    const { ref } = addResponseHeaders(this, settings)
    return {
      origin: S3BucketOrigin.withOriginAccessControl(site, {
        originAccessControl: new cloudfront.S3OriginAccessControl(this, 'AccessControl', {
          originAccessControlName: nameInStack('site'),
        }),
        // Without the right to list, S3 answers 403 for a missing key instead of 404.
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
      cachePolicy: this.cachePolicy(),
      responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.fromResponseHeadersPolicyId(
        this,
        'Headers',
        ref,
      ),
      functionAssociations: [
        {
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          function: new cloudfront.Function(this, 'ViewerRequest', {
            functionName: nameInStack('routes'),
            runtime: cloudfront.FunctionRuntime.JS_2_0,
            code: cloudfront.FunctionCode.fromInline(viewerRequestCode),
          }),
        },
      ],
    }
  }

  /** Caches as each object's Cache-Control says: a minimum TTL would overrule `no-cache`. */
  private cachePolicy(): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, 'Cache', {
      cachePolicyName: nameInStack('cache'),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    })
  }
}
