import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { Refusal } from '../Refusal.ts'

/** What the stack tells the deploy; `PortalConfig` is the content of portal.config.json,
 * `ConnectSources` what `connect-src` admits. */
export const outputsOfStack = [
  'SiteBucket',
  'DistributionId',
  'PortalConfig',
  'ConnectSources',
  'SiteUrl',
] as const

export type StackOutputs = Record<(typeof outputsOfStack)[number], string>

/** @throws Refusal when there is no such stack, or it lacks an output. */
export async function stackOutputs(
  cloudFormation: CloudFormationClient,
  stack: string,
  abortSignal: AbortSignal,
): Promise<StackOutputs> {
  const { Stacks: [described] = [] } = await describe(cloudFormation, stack, abortSignal)
  const outputs = new Map(
    described?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  )
  const take = (key: keyof StackOutputs) => {
    const value = outputs.get(key)
    if (value) return value
    throw new Refusal(
      `The stack ${stack} has no output ${key}: is it Gatehouse's, and is it complete? (It is ${described?.StackStatus ?? 'unknown'}.)`,
    )
  }
  return {
    SiteBucket: take('SiteBucket'),
    DistributionId: take('DistributionId'),
    PortalConfig: take('PortalConfig'),
    ConnectSources: take('ConnectSources'),
    SiteUrl: take('SiteUrl'),
  }
}

async function describe(client: CloudFormationClient, stack: string, abortSignal: AbortSignal) {
  try {
    return await client.send(new DescribeStacksCommand({ StackName: stack }), { abortSignal })
  } catch (cause) {
    // CloudFormation has no error of its own for it.
    if (!(cause instanceof Error) || !/does not exist/.test(cause.message)) throw cause
    throw new Refusal(
      `There is no stack ${stack} in this account and region. Name it with --stack, or the bucket with --bucket.`,
      { cause },
    )
  }
}
