import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
}

/** A deploy overwrites `index.html`; whatever went wrong, what stood there can be had for so long. */
const overwrittenDays = 90

/** The files of the site, and who asked for them. */
export class SiteBuckets extends Construct {
  readonly site: Bucket
  readonly logs: Bucket

  constructor(scope: Construct, id: string, logRetentionDays: number) {
    super(scope, id)
    this.logs = new Bucket(this, 'Logs', {
      ...closed,
      // CloudFront's log delivery grants itself access by an ACL.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [
        {
          expiration: Duration.days(logRetentionDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    })
    this.site = new Bucket(this, 'Site', {
      ...closed,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(overwrittenDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { expiredObjectDeleteMarker: true },
      ],
      // Who wrote what: CloudFront's own log has only the readers.
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 's3/',
    })
  }
}
