import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { UsageError } from '../UsageError.ts'

/**
 * The outputs of the stack that the deploy reads. `PortalConfig` is the content of portal.config.json,
 * `ConnectSources` the sources of `connect-src`.
 */
export const outputsOfStack = [
  'SiteBucket',
  'DistributionId',
  'PortalConfig',
  'ConnectSources',
  'SiteUrl',
] as const

export type StackOutputs = Record<(typeof outputsOfStack)[number], string>

/** @throws UsageError if the stack or one of its outputs is missing. */
export async function stackOutputs(
  cloudFormation: CloudFormationClient,
  stack: string,
  abortSignal: AbortSignal,
): Promise<StackOutputs> {
  const { Stacks: [described] = [] } = await describe(cloudFormation, stack, abortSignal)
  const found = new Map(
    described?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  )
  const output = (key: keyof StackOutputs) => {
    const value = found.get(key)
    if (value) return value
    throw new UsageError(
      `The stack ${stack} has no output ${key}: is it a Gatehouse stack, and is it complete? (Its status is ${described?.StackStatus ?? 'unknown'}.)`,
    )
  }
  const entries = outputsOfStack.map((key) => [key, output(key)] as const)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each key
  return Object.fromEntries(entries) as StackOutputs
}

async function describe(client: CloudFormationClient, stack: string, abortSignal: AbortSignal) {
  try {
    return await client.send(new DescribeStacksCommand({ StackName: stack }), { abortSignal })
  } catch (cause) {
    // CloudFormation has no own error type for a missing stack.
    if (!(cause instanceof Error) || !/does not exist/.test(cause.message)) throw cause
    throw new UsageError(
      `There is no stack ${stack} in this account and region. Give its name with --stack, or a bucket with --bucket.`,
      { cause },
    )
  }
}
