import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { settings } from './settings.ts'
import { settingsProblems } from './stack/settingsProblems.ts'
import { synthesize } from './stack/synthesize.ts'
import { readTemplate } from './stack/template.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const problems = settingsProblems(settings)
if (problems.length > 0) {
  console.error(`infra/settings.ts cannot work:\n- ${problems.join('\n- ')}`)
  process.exit(1)
}
rmSync(path('cdk.out'), { recursive: true, force: true })
const template = synthesize(settings, path('cdk.out'))
writeFileSync(path('template.json'), template)
const { length } = Object.keys(readTemplate(template).Resources)
console.log(`infra/template.json: ${length} resources, ${Buffer.byteLength(template)} bytes.`)
