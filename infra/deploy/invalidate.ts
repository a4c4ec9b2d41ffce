import { createHash } from 'node:crypto'
import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront'

/**
 * Asks CloudFront to fetch addresses anew: one call, which it answers before it is done. With
 * `no-cache` on these files it is a second safeguard, so nobody waits for it.
 */
export function invalidation(
  cloudFront: CloudFrontClient,
  distribution: string,
  { now, abortSignal }: { now: () => Date; abortSignal: AbortSignal },
): (paths: string[]) => Promise<void> {
  return async (paths) => {
    // CloudFront does a thing asked for twice under one name once, which is what a retry needs.
    const asked = createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 12)
    await cloudFront.send(
      new CreateInvalidationCommand({
        DistributionId: distribution,
        InvalidationBatch: {
          CallerReference: `gatehouse-${now().getTime()}-${asked}`,
          Paths: { Quantity: paths.length, Items: paths },
        },
      }),
      { abortSignal },
    )
  }
}
