import { App, BootstraplessSynthesizer } from 'aws-cdk-lib'
import { readFileSync } from 'node:fs'
import { acknowledgeFindings } from './acknowledgements.ts'
import { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'

/** Behaviour of CDK that is the default only for apps that its own command began. */
const context = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
}

/**
 * An app with the stack in it. It needs no bootstrapped account, since there are no assets; and nothing in
 * its template tells which CDK made it.
 * @throws Error naming each setting that cannot work.
 */
export function createApp(settings: StackSettings, outdir: string) {
  const app = new App({
    outdir,
    context,
    analyticsReporting: false,
    treeMetadata: false,
    defaultStackSynthesizer: new BootstraplessSynthesizer(),
  })
  const stack = new GatehouseStack(app, settings)
  acknowledgeFindings(stack, settings)
  return { app, stack }
}

/**
 * Writes the assembly to `outdir`.
 * @returns the template, byte for byte the same for the same settings.
 * @throws Error naming each setting that cannot work, or what CDK's own validation finds in the template.
 */
export function synthesize(settings: StackSettings, outdir: string): string {
  const { app, stack } = createApp(settings, outdir)
  const { templateFullPath } = app.synth().getStackArtifact(stack.artifactId)
  return `${readFileSync(templateFullPath, 'utf8')}\n`
}
