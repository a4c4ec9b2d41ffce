import { App, BootstraplessSynthesizer } from 'aws-cdk-lib'
import { readFileSync } from 'node:fs'
import { acknowledgeFindings } from './acknowledgements.ts'
import { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'

/** Feature flags of CDK that `cdk init` would have set. */
const context = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
}

/**
 * Creates an app with the stack. It needs no bootstrapped account, since there are no assets, and its
 * template does not contain the version of CDK.
 * @throws Error naming each invalid setting.
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
 * Writes the cloud assembly to `outdir`.
 * @returns the template, byte for byte the same for the same settings.
 * @throws Error naming each invalid setting, or each finding of CDK's own validation.
 */
export function synthesize(settings: StackSettings, outdir: string): string {
  const { app, stack } = createApp(settings, outdir)
  const { templateFullPath } = app.synth().getStackArtifact(stack.artifactId)
  return `${readFileSync(templateFullPath, 'utf8')}\n`
}
