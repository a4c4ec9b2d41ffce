import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { S3Client } from '@aws-sdk/client-s3'

/** What the deploy talks to. Nothing is asked before the first command. */
export interface Clients {
  s3: S3Client
  cloudFront: CloudFrontClient
  cloudFormation: CloudFormationClient
}

/**
 * The SDK repeats what was throttled, failed on their side or got lost on the way, waiting longer each
 * time; with six attempts it gives up after some ten seconds of trouble.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const patience = {
  maxAttempts: 6,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true },
}

/** @param endpoint of another S3, which has no host name for each bucket. */
export function openClients(endpoint: string | undefined): Clients {
  return {
    s3: new S3Client({
      ...patience,
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    }),
    cloudFront: new CloudFrontClient(patience),
    cloudFormation: new CloudFormationClient(patience),
  }
}
