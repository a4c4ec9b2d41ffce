import { Aws, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import type { Construct } from 'constructs'
import { DeployPolicy } from './DeployPolicy.ts'
import { addPortalClient } from './portalClient.ts'
import { portalConfig } from './portalConfig.ts'
import { PoolFirewall } from './PoolFirewall.ts'
import { PortalUserPool } from './PortalUserPool.ts'
import { SiteBuckets } from './SiteBuckets.ts'
import { SiteDistribution } from './SiteDistribution.ts'
import { checkSettings } from './settingsProblems.ts'
import { admittedBy } from './responseHeaders.ts'
import type { StackSettings } from './stackSettings.ts'

/** A user pool, and the site in front of it. Knows neither account nor region: one template for all. */
export class GatehouseStack extends Stack {
  readonly site: SiteDistribution
  readonly buckets: SiteBuckets
  readonly users: PortalUserPool
  readonly deployPolicy: DeployPolicy

  /** @throws Error naming each setting that cannot work. */
  constructor(scope: Construct, settings: StackSettings, props?: StackProps) {
    checkSettings(settings)
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
    this.deployPolicy = new DeployPolicy(this, 'DeployPolicy', site, distribution)
    this.output('SiteUrl', url, 'Where the portal is.')
    this.output('SiteBucket', site.bucketName, 'What npm run deploy fills.')
    this.output('DistributionId', distribution.distributionId, 'What npm run deploy invalidates.')
    this.output(
      'DistributionDomainName',
      distribution.distributionDomainName,
      'What the name of the site must be an alias of.',
    )
    this.output('ConnectSources', admittedBy(settings), 'Whom the portal may reach.')
    this.output(
      'DeployPolicyArn',
      this.deployPolicy.managedPolicyArn,
      'All that npm run deploy needs.',
    )
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
