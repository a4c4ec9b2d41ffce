import { CfnElement, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import type { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'

interface Decision {
  id: string
  reason: string
}

/** Findings of cdk-nag and of CDK itself that are decisions; any other fails the tests. */
export function acknowledgeFindings(stack: GatehouseStack, settings: StackSettings): void {
  Validations.of(stack.users).acknowledge(...ofThePool)
  Validations.of(stack.site).acknowledge(...ofTheSite(settings))
  Validations.of(stack.deployPolicy).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${idOfResource(stack.buckets.site)}.Arn>/*]`,
    reason: 'Every file of the site, and of no other bucket: their names are not known before.',
  })
}

const ofThePool: Decision[] = [
  {
    id: 'AwsSolutions-COG1',
    reason:
      'NIST SP 800-63B-4 and ASVS 6.2.5 forbid rules of composition; 15 characters are asked for instead of 8.',
  },
  {
    id: 'AwsSolutions-COG2',
    reason:
      'Required, a second factor would shut out whoever has a password only. The portal offers apps and passkeys.',
  },
  {
    id: 'AwsSolutions-COG8',
    reason:
      'The plan Plus costs by the active user. Essentials has passkeys and rotation; pool.firewall slows guessing.',
  },
]

function ofTheSite({ domain, cloudFrontWebAclArn }: StackSettings): Decision[] {
  return [
    {
      id: 'AwsSolutions-CFR1',
      reason: 'People sign in from wherever they are; a country says nothing of who somebody is.',
    },
    {
      id: '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason:
        'A list is what makes a missing file a 404. None is ever answered: queries do not reach S3, and / is index.html.',
    },
    ...whereTrue(cloudFrontWebAclArn === undefined, {
      id: 'AwsSolutions-CFR2',
      reason:
        'These are files that anybody may have. What needs guarding is the pool, and pool.firewall does.',
    }),
    ...whereTrue(domain === undefined, {
      id: 'AwsSolutions-CFR4',
      reason: 'The certificate of cloudfront.net leaves no choice of TLS; with a domain it is 1.2.',
    }),
  ]
}

const whereTrue = (applies: boolean, decision: Decision) => (applies ? [decision] : [])

function idOfResource({ node: { defaultChild } }: IConstruct): string {
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error('It has no resource of its own')
  const id: unknown = defaultChild.stack.resolve(defaultChild.logicalId)
  return String(id)
}
