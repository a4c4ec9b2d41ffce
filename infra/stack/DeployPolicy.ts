import { Aws } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import { ManagedPolicy, PolicyDocument } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { deployPolicy } from '../deploy/privileges.ts'

/** What `npm run deploy` may do, to be attached to whoever runs it; no more than it calls. */
export class DeployPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, site: Bucket, distribution: Distribution) {
    const document = deployPolicy({
      bucket: site.bucketArn,
      objects: site.arnForObjects('*'),
      distribution: distribution.distributionArn,
      stack: Aws.STACK_ID,
    })
    super(scope, id, {
      description: 'Fills the site of Gatehouse: files in its bucket, and CloudFront told of them.',
      document: PolicyDocument.fromJson(document),
    })
  }
}
