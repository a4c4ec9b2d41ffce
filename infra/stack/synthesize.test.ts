import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { settings as projectSettings } from '../settings.ts'
import { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'
import { createApp, synthesize } from './synthesize.ts'
import { complete, examples, plain } from './test/examples.ts'
import { templateText } from './test/invariants.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-synth-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

const outdir = () => mkdtempSync(join(folder, 'out-'))

describe('synth', () => {
  it('gives the committed template', () => {
    const committed = readFileSync(new URL('../template.json', import.meta.url), 'utf8')
    expect(
      firstDifference(committed, templateText(projectSettings)),
      'infra/template.json is outdated. Run `npm run synth`, read the difference, commit it.',
    ).toBeUndefined()
  })

  it.each(Object.entries({ plain, complete }))('is deterministic for %s', (_, example) => {
    expect(synthesize(example, outdir())).toBe(templateText(example))
  })

  it('is below the size that CloudFormation accepts from a file', () => {
    expect(Buffer.byteLength(templateText(complete))).toBeLessThan(51_200)
  })
})

/** The template has a thousand lines; a failure shows the first that differs. */
function firstDifference(committed: string, synthesized: string) {
  if (committed === synthesized) return undefined
  const lines = synthesized.split('\n')
  const line = committed.split('\n').findIndex((one, index) => one !== lines[index])
  return { line: line + 1, committed: committed.split('\n')[line], synthesized: lines[line] }
}

interface Report {
  pluginReports: { pluginName: string; violations: { ruleName: string; description: string }[] }[]
}

/** The findings of CDK's validation and of cdk-nag, one line each. */
function findingsOf(settings: StackSettings, change?: (stack: GatehouseStack) => void): string[] {
  const out = outdir()
  const { app, stack } = createApp(settings, out)
  change?.(stack)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  // CDK prints the findings and throws; the report file has the same findings.
  vi.spyOn(console, 'error').mockReturnValue()
  let thrown: unknown
  try {
    app.synth()
  } catch (error) {
    thrown = error
  }
  const text = readFileSync(join(out, 'validation-report.json'), 'utf8')
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

  it('find a bucket without acknowledgements', () => {
    const found = findingsOf(plain, (stack) => void new Bucket(stack, 'Another'))
    expect(found).toEqual([
      expect.stringMatching(/AwsSolutions-S1\b/),
      expect.stringMatching(/AwsSolutions-S10\b/),
    ])
  })

  it('find a value that CloudFormation would refuse', () => {
    const found = findingsOf(plain, ({ users }) => {
      const { defaultChild } = users.pool.node
      if (!(defaultChild instanceof CfnUserPool)) throw new Error('no pool')
      defaultChild.addPropertyOverride('UserPoolTier', 'PREMIUM')
    })
    expect(found).toEqual([expect.stringMatching(/^(?!AwsSolutions ).*PREMIUM/)])
  })
})

describe('every acknowledgement', () => {
  it.each(Object.entries(examples))('is needed in a stack of %s', (_, settings) => {
    const bare = new AwsSolutionsChecks().validateScope(new GatehouseStack(new App(), settings))
    const { stack } = createApp(settings, outdir())
    const acknowledged = [stack.users, stack.site, stack.deployPolicy].flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries(data as Record<string, string>)),
    )
    const ids = acknowledged.map(([id]) => id.replace(/^annotation::/i, ''))
    expect(ids.filter((id) => id.startsWith('AwsSolutions')).toSorted()).toEqual(
      bare.violations.map(({ ruleName }) => ruleName).toSorted(),
    )
    for (const [id, reason] of acknowledged) expect(reason.length, id).toBeGreaterThan(40)
  })
})
