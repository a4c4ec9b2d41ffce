import { CfnElement, Validations } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'

/** Accepts findings of cdk-nag and CDK that are deliberate; any other fails the tests. */
export function acknowledgeFindings(
  { users, site, buckets, deployPolicy }: GatehouseStack,
  { domain, cloudFrontWebAclArn, accessLogs }: StackSettings,
): void {
  acknowledge(users, {
    'AwsSolutions-COG1':
      'NIST SP 800-63B-4 and ASVS 6.2.5 forbid composition rules; the minimum is 15 characters instead of 8.',
    'AwsSolutions-COG2':
      'A required second factor would lock out users who have only a password. The portal offers apps and passkeys.',
    'AwsSolutions-COG8':
      'The Plus plan is billed per active user. Essentials has passkeys and rotation; pool.firewall slows guessing.',
  })
  acknowledge(site, {
    'AwsSolutions-CFR1': 'Users sign in from any country; the country does not identify a user.',
    '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
      'The right to list makes a missing file a 404. No list is ever sent: queries do not reach S3, and / is index.html.',
    ...(cloudFrontWebAclArn === undefined && {
      'AwsSolutions-CFR2':
        'The files are public. The pool needs protection, and pool.firewall gives it.',
    }),
    ...(accessLogs === false && {
      'AwsSolutions-CFR3':
        'The operator has turned access logs off: CloudFront cannot deliver them in every region.',
    }),
    ...(domain === undefined && {
      'AwsSolutions-CFR4':
        'The certificate of cloudfront.net allows no choice of TLS version; with a domain it is 1.2.',
    }),
  })
  const { defaultChild } = buckets.site.node
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error('The bucket has no resource')
  const bucket: unknown = defaultChild.stack.resolve(defaultChild.logicalId)
  acknowledge(deployPolicy, {
    [`AwsSolutions-IAM5[Resource::<${String(bucket)}.Arn>/*]`]:
      'All files of this bucket, and of no other: their names are not known in advance.',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/<AWS::StackName>/*]':
      'CloudFormation authorizes a stack that is described by its name as NAME/*, and as nothing narrower.',
  })
}

function acknowledge(scope: Construct, reasons: Record<string, string>): void {
  const findings = Object.entries(reasons).map(([id, reason]) => ({ id, reason }))
  Validations.of(scope).acknowledge(...findings)
}
