import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { settings } from './settings.ts'
import { synthesize } from './stack/synthesize.ts'
import { validateSettings } from './stack/validateSettings.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const problems = validateSettings(settings)
if (problems.length > 0) {
  console.error(`infra/settings.ts is not valid:\n- ${problems.join('\n- ')}`)
  process.exit(1)
}
rmSync(path('cdk.out'), { recursive: true, force: true })
const template = synthesize(settings, path('cdk.out'))
writeFileSync(path('template.json'), template)
const { length } = template.match(/"Type": "AWS::/g) ?? []
console.log(`infra/template.json: ${length} resources, ${Buffer.byteLength(template)} bytes.`)
