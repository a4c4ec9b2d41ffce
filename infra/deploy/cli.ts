import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { S3Client } from '@aws-sdk/client-s3'
import { main } from './main.ts'

// The SDK in the lock file runs on this Node; the warning is about later versions.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

/**
 * The SDK retries throttled and failed calls with growing delays; after six attempts, about ten seconds,
 * it gives up. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const retries = {
  maxAttempts: 6,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true },
}

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Only once: a second signal ends the process at once.
  process.once(signal, () => interrupted.abort())
}

process.exitCode = await main(process.argv.slice(2), {
  openClients: (endpoint) => ({
    // Other S3 servers have no host name for each bucket.
    s3: new S3Client({
      ...retries,
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    }),
    cloudFront: new CloudFrontClient(retries),
    cloudFormation: new CloudFormationClient(retries),
  }),
  now: () => new Date(),
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  // npm starts the command in infra/; paths are relative to the operator's folder.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  signal: interrupted.signal,
})
