import { CfnElement, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import type { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'

interface Acknowledgement {
  id: string
  reason: string
}

/** Accepts findings of cdk-nag and CDK that are deliberate; any other fails the tests. */
export function acknowledgeFindings(stack: GatehouseStack, settings: StackSettings): void {
  Validations.of(stack.users).acknowledge(...poolFindings)
  Validations.of(stack.site).acknowledge(...siteFindings(settings))
  Validations.of(stack.deployPolicy).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${idOfResource(stack.buckets.site)}.Arn>/*]`,
    reason: 'Every file of the site, and of no other bucket: their names are not known before.',
  })
}

const poolFindings: Acknowledgement[] = [
  {
    id: 'AwsSolutions-COG1',
    reason:
      'NIST SP 800-63B-4 and ASVS 6.2.5 forbid composition rules; the minimum is 15 characters instead of 8.',
  },
  {
    id: 'AwsSolutions-COG2',
    reason:
      'A required second factor would lock out users who have only a password. The portal offers apps and passkeys.',
  },
  {
    id: 'AwsSolutions-COG8',
    reason:
      'The Plus plan is billed per active user. Essentials has passkeys and rotation; pool.firewall slows guessing.',
  },
]

function siteFindings({ domain, cloudFrontWebAclArn }: StackSettings): Acknowledgement[] {
  return [
    {
      id: 'AwsSolutions-CFR1',
      reason: 'Users sign in from any country; the country does not identify a user.',
    },
    {
      id: '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason:
        'The right to list makes a missing file a 404. No list is ever sent: queries do not reach S3, and / is index.html.',
    },
    ...onlyIf(cloudFrontWebAclArn === undefined, {
      id: 'AwsSolutions-CFR2',
      reason: 'The files are public. The pool needs protection, and pool.firewall gives it.',
    }),
    ...onlyIf(domain === undefined, {
      id: 'AwsSolutions-CFR4',
      reason:
        'The certificate of cloudfront.net allows no choice of TLS version; with a domain it is 1.2.',
    }),
  ]
}

const onlyIf = (applies: boolean, acknowledgement: Acknowledgement) =>
  applies ? [acknowledgement] : []

function idOfResource({ node: { defaultChild } }: IConstruct): string {
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error('The construct has no resource')
  const id: unknown = defaultChild.stack.resolve(defaultChild.logicalId)
  return String(id)
}
