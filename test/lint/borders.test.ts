import { beforeAll, describe, expect, it } from 'vitest'
import { lintFiles, type Offence } from './lintFiles.ts'

// Who may import whom: every border is crossed once here, and the linter must see each crossing.

/** An import that crosses a border. Whether the target exists does not matter: names are judged. */
const crossing = (from: string, to: string, code = `import ${JSON.stringify(to)}`): Offence => [
  `${from} may not import ${to}`,
  from,
  code,
  'no-restricted-imports',
]

const features = ['sign-in', 'sign-up', 'recovery', 'account']

const borders: Offence[] = [
  crossing('src/main.tsx', '#local-cognito/index.ts'),
  crossing('src/main.tsx', '#test/support/openPortal.tsx'),
  crossing('src/app/a.tsx', '#vault/vault.ts'),
  crossing('src/app/b.tsx', '#local-cognito/index.ts'),
  crossing('src/app/c.tsx', 'amazon-cognito-identity-js'),
  crossing(
    'src/app/d.tsx',
    '#vault/messages.ts',
    "import type { A } from '#vault/protocol/messages.ts'",
  ),
  ...features.flatMap((feature) => [
    ...features
      .filter((other) => other !== feature)
      .map((other) => crossing(`src/${feature}/${other}.tsx`, `#${other}/Page.tsx`)),
    crossing(`src/${feature}/app.tsx`, '#app/App.tsx'),
    crossing(`src/${feature}/vault.tsx`, '#vault/messages.ts'),
    crossing(`src/${feature}/library.tsx`, 'amazon-cognito-identity-js/es/CognitoUser'),
    crossing(`src/${feature}/local.tsx`, '#local-cognito/index.ts'),
    crossing(`src/${feature}/lazy.tsx`, '#app/App.tsx', "void import('#app/App.tsx')"),
  ]),
  ...features
    .filter((feature) => feature !== 'account')
    .map((feature) => crossing(`src/${feature}/query.tsx`, '@tanstack/react-query')),
  crossing(
    'src/auth/a.ts',
    '#vault/messages.ts',
    "export { A } from '#vault/protocol/messages.ts'",
  ),
  crossing('src/auth/b.ts', '#vault/vault.ts', "import type { A } from '#vault/vault.ts'"),
  crossing('src/auth/c.ts', '#vault/worker.ts?worker&url'),
  crossing('src/auth/d.ts', '#account/AccountPage.tsx'),
  crossing('src/auth/e.ts', '#app/App.tsx'),
  crossing('src/auth/f.ts', '#ui/Button.tsx'),
  crossing('src/auth/g.ts', 'react-router-dom'),
  crossing('src/auth/h.ts', '#i18n/en.ts'),
  crossing('src/auth/i.ts', 'amazon-cognito-identity-js'),
  crossing('src/auth/spawnVault.ts', '#vault/vault.ts'),
  crossing('src/ui/b.tsx', '#auth/AuthProvider.tsx'),
  crossing('src/ui/c.tsx', '#config/portalConfig.ts'),
  crossing('src/ui/d.tsx', '#paths.ts'),
  crossing('src/ui/e.tsx', 'react-router-dom'),
  crossing('src/ui/f.tsx', '@tanstack/react-query'),
  crossing('src/i18n/a.ts', '#auth/AuthProvider.tsx'),
  crossing('src/i18n/b.ts', '#ui/Button.tsx'),
  crossing('src/i18n/c.ts', '#config/portalConfig.ts'),
  crossing('src/config/a.ts', '#auth/auth.ts'),
  crossing('src/config/b.ts', '#i18n/en.ts'),
  crossing('src/brand/a.ts', '#config/portalConfig.ts'),
  crossing('src/brand/b.ts', '#ui/Button.tsx'),
  crossing('src/brand/c.ts', 'react'),
  crossing('src/ui/g.tsx', '#brand/palette.ts'),
  crossing('src/paths.ts', '#config/portalConfig.ts'),
  crossing('src/vault/a.ts', 'react'),
  crossing('src/vault/b.ts', '#auth/auth.ts'),
  crossing('src/vault/c.ts', '#config/portalConfig.ts'),
  crossing('src/vault/d.ts', '@aws-sdk/client-cognito-identity-provider'),
  crossing('src/vault/e.ts', '#i18n/en.ts'),
  crossing('src/vault/f.ts', '#local-cognito/srp/exchange.ts'),
  crossing('src/vault/g.test.ts', '#local-cognito/srp/exchange.ts'),
  crossing('src/vault/h.ts', 'node:crypto'),
  crossing('src/app/e.tsx', 'node:path'),
  crossing('src/late/a.ts', '#app/App.tsx'),
  crossing('src/late/b.ts', '#i18n/WordsProvider.tsx'),
  crossing('local-cognito/a.ts', '#config/portalConfig.ts'),
  crossing('local-cognito/b.ts', '@aws-sdk/client-cognito-identity-provider'),
  crossing('local-cognito/c.ts', 'node:crypto'),
  crossing('local-cognito/operations/d.ts', 'node:fs'),
  crossing('local-cognito/e.ts', 'ajv'),
  crossing('local-cognito/f.ts', 'msw'),
  crossing('local-cognito/g.test.ts', '#vault/vault.ts'),
  crossing('local-cognito/adapters/h.ts', '#vault/vault.ts'),
  crossing('local-cognito/adapters/i.ts', '#test/support/openPortal.tsx'),
  crossing('e2e/a.spec.ts', '#local-cognito/index.ts'),
  crossing('e2e/b.spec.ts', '#paths.ts'),
  crossing('e2e/c.spec.ts', '#test/support/startCognito.ts'),
  crossing('bench/a.ts', '#vault/vault.ts'),
  crossing('tooling/a.ts', '#app/App.tsx'),
  crossing('edge/a.ts', '#app/App.tsx'),
  crossing('sample-api/a.ts', '#vault/vault.ts'),
  crossing('sample-api/b.ts', '#local-cognito/index.ts'),
  crossing('sample-api/c.ts', 'react'),
]

const inOrder: [path: string, code: string][] = [
  [
    'src/app/Good.tsx',
    "import '#sign-in/A.tsx'\nimport '#auth/a.ts'\nimport '#ui/A.tsx'\nimport '#brand/a.ts'\nimport 'react-router-dom'",
  ],
  [
    'src/account/Good.tsx',
    "import '#auth/a.ts'\nimport '#account/a.ts'\nimport '#i18n/a.ts'\nimport '#paths.ts'\nimport '@tanstack/react-query'",
  ],
  [
    'src/sign-in/Good.tsx',
    "import '#auth/a.ts'\nimport '#ui/A.tsx'\nimport '#config/a.ts'\nimport 'react'",
  ],
  [
    'src/auth/good.ts',
    "import type { A } from '#vault/protocol/messages.ts'\nimport '#config/a.ts'\nimport 'react'\nexport const a = (b: A) => b",
  ],
  ['src/late/good.ts', "import 'react'\nimport '#i18n/translate.ts'\nimport './b.ts'"],
  ['src/brand/good.ts', "import './b.ts'\nimport '#brand/c.ts'"],
  [
    'src/ui/Good.tsx',
    "import 'react'\nimport './Other.tsx'\nimport './tokens.css'\nimport '#i18n/browserLanguages.ts'",
  ],
  [
    'src/vault/good.ts',
    "import type { A } from '#config/portalConfig.ts'\nimport 'amazon-cognito-identity-js'\nimport 'amazon-cognito-identity-js/es/BigInteger'\nexport const a = (b: A) => b",
  ],
  [
    'local-cognito/good.ts',
    "import type { A } from '@aws-sdk/client-cognito-identity-provider'\nimport '#local-cognito/srp/exchange.ts'\nimport 'jose'\nexport const a = (b: A) => b",
  ],
  [
    'local-cognito/adapters/good.ts',
    "import '#local-cognito/index.ts'\nimport 'node:http'\nimport 'node:fs/promises'\nimport 'msw'\nexport const a = process.pid",
  ],
  [
    'sample-api/good.ts',
    "import './gate.ts'\nimport 'aws-jwt-verify/jwk'\nimport 'node:http'\nimport 'vite'",
  ],
  [
    'test/good.ts',
    "import '#local-cognito/index.ts'\nimport '#vault/vault.ts'\nimport 'node:http'",
  ],
]

let found: Map<string, string[]>

beforeAll(async () => {
  found = await lintFiles([
    ...borders.map(([, path, code]): [string, string] => [path, code]),
    ...inOrder,
  ])
}, 60_000)

describe('import boundaries', () => {
  it.each(borders)('%s', (_, path, __, rule) => {
    expect(found.get(path)).toContain(rule)
  })

  it.each(inOrder)('%s crosses none', (path) => {
    expect(found.get(path) ?? []).not.toContain('no-restricted-imports')
  })
})
