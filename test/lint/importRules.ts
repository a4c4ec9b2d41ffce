/** Who may import whom. `imports.test.ts` checks every import of the repository against this page. */
export interface ImportRule {
  /** Folders and files the row is for. Of several rows, the one with the longest path holds. */
  in: string[]
  /** A row for the tests of these folders; without one, tests follow the other row. */
  tests?: true
  /** What they may import beside their own folder: folders, files, packages. `*`: any package. */
  may: string[]
  /** What they may import by `import type` only. */
  types?: string[]
  because: string
}

const aws = '@aws-sdk/client-cognito-identity-provider'
const leaves = ['src/i18n', 'src/config', 'src/paths.ts', 'src/storage.ts', 'src/whenIdle.ts']
const publicFeatures = ['src/sign-in', 'src/sign-up', 'src/recovery']
const signedInFeatures = ['src/account', 'src/admin']
const page = ['react', 'react-dom', 'react-router-dom', 'src/auth', 'src/ui', ...leaves]
const shell = [...page, 'src/brand', '@tanstack/react-query']

// oxfmt-ignore
export const importRules: ImportRule[] = [
  { in: ['src/main.tsx', 'src/prerender.tsx'], may: [...shell, 'src/app'],
    because: 'main and prerender know app, auth, ui, brand and the leaves; no vault, local Cognito, test or Node.' },
  { in: ['src/start.ts'], may: ['src/app/earlyInput.ts', 'src/app/preferences.ts', 'src/app/signedInHint.ts', ...leaves],
    because: 'start is a script of its own: it knows the little that it shares with the app.' },
  { in: ['src/app'], may: [...shell, ...publicFeatures, ...signedInFeatures, 'src/challenges'],
    because: 'app knows the features, challenges, auth, ui, brand and the leaves; not the vault.' },
  { in: publicFeatures, may: [...page, 'src/challenges'],
    because: 'A feature knows challenges, auth, ui and the leaves: no other feature, not app, not the vault. Before sign-in there is no cache.' },
  { in: signedInFeatures, may: [...page, 'src/challenges', '@tanstack/react-query'],
    because: 'A feature knows challenges, auth, ui and the leaves: no other feature, not app, not the vault.' },
  { in: ['src/challenges'], may: ['react', 'src/auth', 'src/ui', 'src/i18n', 'src/config'],
    because: 'A challenge form serves several pages: it knows auth, ui, i18n and config; no feature, no address.' },
  { in: ['src/auth'], may: ['react', 'src/config', 'src/paths.ts', 'src/storage.ts'], types: ['src/vault/protocol'],
    because: "auth knows the types of the vault's protocol: no page, no router, no sentence, no Cognito." },
  { in: ['src/auth/spawnVault.ts'], may: ['src/auth', 'src/vault/worker.ts?worker&url'], types: ['src/vault/protocol'],
    because: 'The worker is reached by its URL only, in this one file.' },
  { in: ['src/auth/authenticateWithPasskey.ts', 'src/auth/registerPasskey.ts'], may: ['src/auth', '@simplewebauthn/browser'],
    because: 'The passkey ceremonies alone know the WebAuthn library, and nothing outside auth.' },
  { in: ['src/ui'], may: ['react', 'react-dom', 'uqr', 'src/i18n', 'src/storage.ts'],
    because: 'ui knows React, i18n and storage; uqr draws the QR code.' },
  { in: ['src/i18n'], may: ['react', 'src/auth/errors.ts', 'src/whenIdle.ts'], types: ['src/config/portalConfig.ts'],
    because: 'i18n is a leaf: it knows React and the error codes it has sentences for.' },
  { in: ['src/config'], may: ['react'],
    because: 'config is a leaf: it knows React.' },
  { in: ['src/brand', 'src/paths.ts', 'src/storage.ts', 'src/whenIdle.ts'], may: [],
    because: 'A leaf without imports from outside.' },
  { in: ['src/vault'], may: ['src/config/cognitoEndpoint.ts'], types: ['src/config/portalConfig.ts', aws],
    because: 'The vault knows its own files, where Cognito is, and types of the config and of AWS: no React, no page, no Node.' },
  { in: ['src/vault/srp'], may: ['src/vault', 'amazon-cognito-identity-js'],
    because: 'One folder knows amazon-cognito-identity-js, and nothing outside the vault.' },
  { in: ['src'], tests: true, may: ['*', 'test'],
    because: 'src never imports the local Cognito; its tests start one with #test/.' },
  { in: ['local-cognito'], may: ['otpauth', '@simplewebauthn/server'], types: [aws],
    because: "The local Cognito knows itself, AWS's types, otpauth and @simplewebauthn/server. Hosts belong in adapters/." },
  { in: ['local-cognito/adapters'], may: ['local-cognito', 'node:', 'vite', 'msw'], types: [aws],
    because: 'An adapter knows the local Cognito and its host: Node, Vite or MSW.' },
  { in: ['local-cognito/fixtures'], may: [],
    because: "The captures are data: they know nothing, and only tests know them." },
  { in: ['local-cognito'], tests: true, may: ['*', 'test'],
    because: 'The local Cognito never imports the portal, or one wrong rule would fool both sides.' },
  { in: ['sample-api'], may: ['aws-jwt-verify', 'node:', 'vite'],
    because: 'The API of another team: it knows tokens, Node and the server it stands beside.' },
  { in: ['sample-api'], tests: true, may: ['*', 'test'],
    because: 'The sample API is tested against a local Cognito from #test/.' },
  { in: ['edge'], may: ['*', 'src/config'],
    because: "edge knows the portal's config, nothing else of it." },
  { in: ['doctor'], may: ['*', 'edge', 'src/config'],
    because: "The doctor knows the portal's config and the headers of its site; Cognito it only asks." },
  { in: ['doctor'], tests: true, may: ['*', 'edge', 'src/config', 'local-cognito'],
    because: 'The tests of the doctor let it ask the local Cognito, and one that lies.' },
  { in: ['tooling'], may: ['*', 'src/config', 'edge/prerenderer.ts'],
    because: "tooling knows the portal's config and what prerenders it, nothing else of it." },
  { in: ['infra'], may: ['*', 'edge', 'src/config', 'local-cognito/adapters'],
    because: "infra knows the edge's answers, the portal's config and the local Cognito's server." },
  { in: ['infra'], tests: true, may: ['*', 'edge', 'src/config', 'local-cognito', 'e2e'],
    because: 'The tests of infra know no more of the portal than its config.' },
  { in: ['e2e', 'playwright.config.ts', 'screens.config.ts'], may: ['*', 'e2e', 'playwright.config.ts', 'gallery/brands.ts'],
    because: 'e2e visits the portal from outside, as a user does. The sample brands are data.' },
  { in: ['bench'], may: ['*', 'e2e', 'edge'],
    because: 'bench measures the build, from outside, behind the headers of edge.' },
  { in: ['bench/baked'], may: ['react', 'react-dom', 'react-router-dom', 'src/app', 'src/auth', 'src/config', 'src/i18n', 'src/paths.ts'],
    because: "The account page with its data baked in is built from the portal's own parts, without the vault." },
  { in: ['bench/peers'], may: ['*'],
    because: 'The peers are a package of their own, which knows nothing of this one.' },
  { in: ['gallery'], may: ['react', 'react-dom', 'src/ui', 'src/i18n', 'src/brand', 'src/app/layouts/shell.css'],
    because: "The gallery shows ui in an operator's colours; it knows no page." },
  { in: ['test'], may: ['*', 'src', 'local-cognito', 'tooling'],
    because: 'test knows the portal, the local Cognito and the tooling.' },
  { in: ['vite.config.ts'], may: ['*', 'edge', 'tooling', 'sample-api', 'local-cognito/adapters', 'src/vault/srp/bigInteger.ts', 'src/vault/srp/bytes.ts'],
    because: 'The build knows the servers it starts, and of the portal only the arithmetic it gives the SRP library.' },
  { in: ['vitest.mutation.config.ts'], may: ['*', 'vite.config.ts'],
    because: 'Mutation testing runs some of the tests of vite.config.ts.' },
]

/**
 * Layers inside a folder, from top to bottom. A file imports from its own entry and from the lines
 * below; entries of one line do not see each other. `.` is every file without an entry.
 */
export const layers: Record<string, string[]> = {
  'src/vault': ['.', 'account sign-in', 'session srp', 'cognito', 'protocol'],
  // oxfmt-ignore
  'local-cognito': [
    'test', 'adapters fixtures', '.', 'devtools', 'operations oauth',
    'auth/flows', 'auth/challenges', 'auth/factors', 'auth', 'devices sample-triggers', 'messages',
    'tokens', 'users', 'pools srp', 'http', 'invokeTrigger.ts', 'cognito.ts seededAccounts.ts',
    'store.ts triggers.ts assumptions.ts', 'signInRecords.ts',
    'records.ts recordMap.ts errors.ts bytes.ts', 'poolRecords.ts',
  ],
}
