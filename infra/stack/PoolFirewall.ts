import type { UserPool } from 'aws-cdk-lib/aws-cognito'
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'

/** WAF counts in windows of so many seconds. */
const windowSeconds = 300

/**
 * Slows down whoever tries passwords from one address. It stands before the pool itself: the browser
 * talks to Cognito directly, so that one before CloudFront would see no sign-in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
 */
export class PoolFirewall extends Construct {
  constructor(scope: Construct, id: string, pool: UserPool, requestsPer5Minutes: number) {
    super(scope, id)
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible('pool'),
      rules: [
        {
          name: 'per-address',
          priority: 0,
          action: { block: {} },
          statement: {
            rateBasedStatement: {
              limit: requestsPer5Minutes,
              aggregateKeyType: 'IP',
              evaluationWindowSec: windowSeconds,
            },
          },
          visibilityConfig: visible('per-address'),
        },
      ],
    })
    new CfnWebACLAssociation(this, 'Association', {
      resourceArn: pool.userPoolArn,
      webAclArn: acl.attrArn,
    })
  }
}

/** Sampled requests would show addresses of people to whoever may read the console. */
const visible = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
})
