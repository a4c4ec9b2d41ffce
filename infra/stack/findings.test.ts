import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { examples, plain } from './examples.ts'
import { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'
import { createApp } from './synthesize.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-findings-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

interface Report {
  pluginReports: { pluginName: string; violations: { ruleName: string; description: string }[] }[]
}

/** What CDK's validation and cdk-nag say, as a line each. */
function findingsOf(settings: StackSettings, change?: (stack: GatehouseStack) => void): string[] {
  const outdir = mkdtempSync(join(folder, 'out-'))
  const { app, stack } = createApp(settings, outdir)
  change?.(stack)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  // It prints what it finds, and throws; the report has the same.
  vi.spyOn(console, 'error').mockReturnValue()
  let thrown: unknown
  try {
    app.synth()
  } catch (error) {
    thrown = error
  }
  const text = readFileSync(join(outdir, 'validation-report.json'), 'utf8')
  const { pluginReports } = JSON.parse(text) as Report
  const found = pluginReports.flatMap(({ pluginName, violations }) =>
    violations.map(({ ruleName, description }) => `${pluginName} ${ruleName}: ${description}`),
  )
  if (thrown instanceof Error && found.length === 0) throw thrown
  return found
}

describe('CDK and cdk-nag', () => {
  it.each(Object.entries(examples))('find nothing in a stack of %s', (_, settings) => {
    expect(findingsOf(settings)).toEqual([])
  })

  it('find a bucket that is nobody’s decision', () => {
    const found = findingsOf(plain, (stack) => void new Bucket(stack, 'Another'))
    expect(found).toEqual([
      expect.stringMatching(/AwsSolutions-S1\b/),
      expect.stringMatching(/AwsSolutions-S10\b/),
    ])
  })

  it('find what CloudFormation would refuse', () => {
    const found = findingsOf(plain, ({ users }) => {
      const { defaultChild } = users.pool.node
      if (!(defaultChild instanceof CfnUserPool)) throw new Error('no pool')
      defaultChild.addPropertyOverride('UserPoolTier', 'PREMIUM')
    })
    expect(found).toEqual([expect.stringMatching(/^(?!AwsSolutions ).*PREMIUM/)])
  })
})

describe('what is acknowledged', () => {
  it.each(Object.entries(examples))('would be found in a stack of %s', (_, settings) => {
    const bare = new AwsSolutionsChecks().validateScope(new GatehouseStack(new App(), settings))
    const { stack } = createApp(settings, mkdtempSync(join(folder, 'out-')))
    const decisions = [stack.users, stack.site, stack.deployPolicy].flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries(data as Record<string, string>)),
    )
    const ids = decisions.map(([id]) => id.replace(/^annotation::/i, ''))
    expect(ids.filter((id) => id.startsWith('AwsSolutions')).toSorted()).toEqual(
      bare.violations.map(({ ruleName }) => ruleName).toSorted(),
    )
    for (const [id, reason] of decisions) expect(reason.length, id).toBeGreaterThan(40)
  })
})
