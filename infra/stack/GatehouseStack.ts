import { Aws, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyDocument } from 'aws-cdk-lib/aws-iam'
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import type { Construct } from 'constructs'
import { deployPolicy } from '../deploy/privileges.ts'
import { addPortalClient } from './portalClient.ts'
import { portalConfig } from './portalConfig.ts'
import { PoolFirewall } from './PoolFirewall.ts'
import { PortalUserPool } from './PortalUserPool.ts'
import { allowedOrigins } from './responseHeaders.ts'
import { SiteBuckets } from './SiteBuckets.ts'
import { SiteDistribution } from './SiteDistribution.ts'
import type { StackSettings } from './stackSettings.ts'
import { validateSettings } from './validateSettings.ts'

/** A user pool, and the site in front of it. The template is the same for every account and region. */
export class GatehouseStack extends Stack {
  readonly site: SiteDistribution
  readonly buckets: SiteBuckets
  readonly users: PortalUserPool
  readonly deployPolicy: ManagedPolicy

  /** @throws Error naming each invalid setting. */
  constructor(scope: Construct, settings: StackSettings, props?: StackProps) {
    const problems = validateSettings(settings)
    if (problems.length > 0) throw new Error(`settings.ts:\n- ${problems.join('\n- ')}`)
    super(scope, settings.stackName, {
      description: 'Gatehouse: a user pool, and the site in front of it.',
      ...props,
    })
    this.buckets = new SiteBuckets(this, 'Buckets', settings.logRetentionDays)
    this.site = new SiteDistribution(this, 'Site', this.buckets, settings)
    this.addRecords(settings)
    this.users = new PortalUserPool(this, 'Users', settings)
    this.addClient(settings)
    const { site } = this.buckets
    const { distribution, url } = this.site
    this.deployPolicy = this.addDeployPolicy()
    this.output('SiteUrl', url, 'Where the portal is.')
    this.output('SiteBucket', site.bucketName, 'What npm run deploy fills.')
    this.output('DistributionId', distribution.distributionId, 'What npm run deploy invalidates.')
    const { distributionDomainName: name } = distribution
    this.output('DistributionDomainName', name, 'What the name of the site must be an alias of.')
    this.output('ConnectSources', allowedOrigins(settings), 'Whom the portal may reach.')
    const { managedPolicyArn } = this.deployPolicy
    this.output('DeployPolicyArn', managedPolicyArn, 'All that npm run deploy needs.')
  }

  private addClient(settings: StackSettings): void {
    const { pool } = this.users
    const { firewall } = settings.pool
    if (firewall) new PoolFirewall(this, 'Firewall', pool, firewall.requestsPer5Minutes)
    const { domainPrefix } = settings.federation ?? {}
    if (domainPrefix !== undefined) pool.addDomain('Domain', { cognitoDomain: { domainPrefix } })
    const client = addPortalClient(pool, settings, this.site.url)
    const config = portalConfig(settings, {
      region: Aws.REGION,
      userPoolId: pool.userPoolId,
      userPoolClientId: client.userPoolClientId,
    })
    this.output('UserPoolId', pool.userPoolId, 'The user pool.')
    this.output('UserPoolClientId', client.userPoolClientId, 'The app client of the portal.')
    this.output(
      'PortalConfig',
      this.toJsonString(config),
      'What portal.config.json must say of this pool.',
    )
  }

  /** For the role that runs `npm run deploy`: allows the calls of the deploy, and no more. */
  private addDeployPolicy(): ManagedPolicy {
    const { site } = this.buckets
    const document = deployPolicy({
      bucket: site.bucketArn,
      objects: site.arnForObjects('*'),
      distribution: this.site.distribution.distributionArn,
      // Of a request by name, IAM is asked for exactly `NAME/*`: no ID matches it.
      // https://github.com/aws/aws-parallelcluster/issues/754
      stack: this.formatArn({
        service: 'cloudformation',
        resource: 'stack',
        resourceName: `${Aws.STACK_NAME}/*`,
      }),
    })
    return new ManagedPolicy(this, 'DeployPolicy', {
      description: 'Fills the site of Gatehouse: files in its bucket, and CloudFront told of them.',
      document: PolicyDocument.fromJson(document),
    })
  }

  private addRecords({ domain }: StackSettings): void {
    if (!domain?.hostedZone) return
    const { id, name } = domain.hostedZone
    const record = {
      zone: HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: id, zoneName: name }),
      recordName: domain.name,
      target: RecordTarget.fromAlias(new CloudFrontTarget(this.site.distribution)),
    }
    new ARecord(this, 'Ipv4', record)
    new AaaaRecord(this, 'Ipv6', record)
  }

  private output(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description })
  }
}
