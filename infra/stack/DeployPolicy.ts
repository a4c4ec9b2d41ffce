import { Aws } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** What `npm run deploy` may do, to be attached to whoever runs it; no more than it calls. */
export class DeployPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, site: Bucket, distribution: Distribution) {
    super(scope, id, {
      description: 'Fills the site of Gatehouse: files in its bucket, and CloudFront told of them.',
      statements: [
        new PolicyStatement({
          sid: 'Files',
          actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          resources: [site.arnForObjects('*')],
        }),
        // Also what makes a missing object a 404 instead of a 403.
        new PolicyStatement({
          sid: 'List',
          actions: ['s3:ListBucket'],
          resources: [site.bucketArn],
        }),
        new PolicyStatement({
          sid: 'Invalidate',
          actions: ['cloudfront:CreateInvalidation'],
          resources: [distribution.distributionArn],
        }),
        new PolicyStatement({
          sid: 'Outputs',
          actions: ['cloudformation:DescribeStacks'],
          resources: [Aws.STACK_ID],
        }),
      ],
    })
  }
}
