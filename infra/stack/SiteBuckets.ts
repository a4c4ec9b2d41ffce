import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

const privateBucket = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  // A first deploy that fails takes its empty buckets away again.
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
}

/** How long overwritten and deleted files can be restored. */
const overwrittenDays = 90

/** The bucket with the files of the site, and the one with its access logs. */
export class SiteBuckets extends Construct {
  readonly site: Bucket
  readonly logs: Bucket

  constructor(scope: Construct, id: string, logRetentionDays: number) {
    super(scope, id)
    this.logs = new Bucket(this, 'Logs', {
      ...privateBucket,
      // CloudFront's log delivery grants itself access with an ACL.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [
        {
          expiration: Duration.days(logRetentionDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    })
    this.site = new Bucket(this, 'Site', {
      ...privateBucket,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(overwrittenDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { expiredObjectDeleteMarker: true },
      ],
      // Logs who wrote which file: CloudFront's own log has only the readers.
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 's3/',
    })
  }
}
