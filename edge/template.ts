import { readFileSync } from 'node:fs'

/** What `npm run synth` made: the stack as it is deployed, where nobody has set anything. */
export const template: unknown = JSON.parse(
  readFileSync(new URL('../infra/template.json', import.meta.url), 'utf8'),
)
