import { describe, expect, it } from 'vitest'
import { checkBuild } from './checkBuild.ts'
import { readBuild } from './readBuild.ts'
import { references } from './references.ts'
import { withConfig } from './pickConfig.ts'
import { buildOf, sampleConfig, sampleFiles } from './test/sampleBuild.ts'

const now = new Date('2026-11-23T10:00:00Z')

async function check(files: Record<string, string>) {
  return checkBuild(await buildOf({ ...sampleFiles('A'), ...files }), now)
}

const securityTxt = (lines: string) => ({ '.well-known/security.txt': lines })
const contact = 'Contact: mailto:security@example.com'

const refused: [what: string, files: Record<string, string>, sentence: RegExp][] = [
  ['a source map', { 'assets/main-1.js.map': '{}' }, /^assets\/main-1\.js\.map is a source map/],
  [
    'a source map inside a script',
    { 'assets/x-1.js': '1\n//# sourceMappingURL=data:application/json;base64,e30=' },
    /^assets\/x-1\.js has its source map inside/,
  ],
  [
    'a page without its script',
    { 'index.html': '<script src="/assets/none-1.js"></script>' },
    /^index\.html refers to \/assets\/none-1\.js, which is not in the build/,
  ],
  [
    'a page without its icon',
    { 'index.html': "<link rel=icon href='/none.svg'>" },
    /^index\.html refers to \/none\.svg,/,
  ],
  ['a chunk without another', { 'assets/x-1.js': 'import"./none-2.js"' }, /\/assets\/none-2\.js,/],
  ['a lazy one', { 'assets/x-1.js': 'import(`./none-2.js`)' }, /\/assets\/none-2\.js,/],
  ['an export', { 'assets/x-1.js': "export*from'./none-2.js'" }, /\/assets\/none-2\.js,/],
  ['a worker', { 'assets/x-1.js': 'f(`/assets/none-2.js`)' }, /\/assets\/none-2\.js,/],
  ['a preload', { 'assets/x-1.js': '["assets/none-2.css"]' }, /\/assets\/none-2\.css,/],
  [
    'an address',
    { 'assets/x-1.js': 'new URL("none-2.png",import.meta.url)' },
    /\/assets\/none-2\.png,/,
  ],
  [
    'a style without its font',
    { 'assets/x-1.css': 'a{src:url(./none-2.woff2)}' },
    /none-2\.woff2,/,
  ],
  [
    'a script of another site',
    { 'index.html': '<script async src="https://cdn.example.com/a.js"></script>' },
    /^index\.html loads https:\/\/cdn\.example\.com\/a\.js, which the CSP refuses/,
  ],
  [
    'a font of another site',
    { 'assets/x-1.css': 'a{src:url("//fonts.example.com/a.woff2")}' },
    /^assets\/x-1\.css loads \/\/fonts\.example\.com\/a\.woff2/,
  ],
  [
    'a record',
    { 'releases/2026.html': 'x' },
    /^releases\/2026\.html has a name that the deploy keeps/,
  ],
  ['no Contact', securityTxt('Expires: 2027-06-30T12:00:00Z'), /security\.txt has no Contact/],
  [
    'a Contact that is no address',
    securityTxt('Contact: security@example.com\nExpires: 2027-06-30T12:00:00Z'),
    /has Contact: security@example\.com, which must begin with mailto:/,
  ],
  ['no Expires', securityTxt(contact), /security\.txt has 0 lines Expires/],
  [
    'two Expires',
    securityTxt(`${contact}\nExpires: 2027-06-30T12:00:00Z\nexpires: 2027-06-30T12:00:00Z`),
    /has 2 lines Expires/,
  ],
  ['an Expires of words', securityTxt(`${contact}\nExpires: next year`), /has Expires: next year/],
  [
    'one that has expired',
    securityTxt(`${contact}\nExpires: 2026-11-20T00:00:00Z`),
    /^\.well-known\/security\.txt expired on 2026-11-20T00:00:00Z/,
  ],
  [
    'one that expires soon',
    securityTxt(`${contact}\nExpires: 2027-01-22T09:00:00Z`),
    /expires in 59 days, on 2027-01-22T09:00:00Z: set an Expires at least 60 days ahead/,
  ],
]

describe('a build that must not go live', () => {
  it.each(refused)('%s', async (_, files, sentence) => {
    await expect(check(files)).rejects.toThrow(sentence)
  })

  it('is refused with every fault at once', async () => {
    await expect(
      check({ 'assets/a-1.js.map': '{}', 'assets/b-1.js': 'import"./c-1.js"' }),
    ).rejects.toThrow(/a-1\.js\.map.*\n.*c-1\.js/)
  })

  it('is missing', async () => {
    await expect(readBuild('no/such/folder')).rejects.toThrow(
      'There is no build: no/such/folder/index.html is missing. Run npm run build, or name its folder with --dist.',
    )
    await expect(buildOf({ 'assets/x-1.js': '' })).rejects.toThrow(/^There is no build/)
  })
})

describe('a build that may', () => {
  it('is told calmly that it has no security.txt', async () => {
    expect(await check({})).toEqual([
      'There is no .well-known/security.txt: people who find a hole will not know whom to tell.',
    ])
  })

  it('has one that lasts', async () => {
    const lines = `# comment\r\n${contact}\r\nContact: https://example.com/report\r\nExpires: 2027-01-22T10:00:00+00:00\r\n`
    expect(await check(securityTxt(lines))).toEqual([])
  })

  it('refers to other sites and to pages of the portal', () => {
    expect(
      references(
        'index.html',
        '<a href="https://example.com/x.js"><a href="//example.com/x.js"><a href="/sign-in"><a href="#x"><img src="data:image/gif;base64,x">',
      ),
    ).toEqual([])
    expect(references('assets/x.css', 'a{fill:url(#x)}@import "./y.css?v=1"')).toEqual([
      'assets/y.css',
    ])
  })
})

describe('the config', () => {
  const empty = '{"cognito":{"region":"","userPoolId":"","userPoolClientId":""}}'

  it('of the build, when it is empty, is refused with each field', async () => {
    const build = await buildOf({ ...sampleFiles('A'), 'portal.config.json': empty })
    expect(() => withConfig(build, undefined)).toThrow(
      'portal.config.json of the build: cognito.region must be an AWS region, like eu-central-1.\n' +
        'portal.config.json of the build: cognito.userPoolId must be a user pool id, like eu-central-1_AbCdEfGhI.\n' +
        'portal.config.json of the build: cognito.userPoolClientId must be the id of an app client without a secret.\n' +
        'Name a config with --config FILE; nobody could sign in with this one.',
    )
  })

  it.each(['', '<!doctype html>', '[]'])('that is %j is refused', async (text) => {
    const build = await buildOf(sampleFiles('A'))
    expect(() => withConfig(build, { text, from: 'my.json' })).toThrow(
      /^my\.json must be a JSON object\./,
    )
  })

  it('that is missing in the build is refused', async () => {
    const { 'portal.config.json': _, ...files } = sampleFiles('A')
    const build = await buildOf(files)
    expect(() => withConfig(build, undefined)).toThrow(/cognito\.region must be/)
  })

  it('of the stack decides on the pool, and leaves name and colours to the build', async () => {
    const own = {
      $schema: './portal.config.schema.json',
      cognito: { region: '', userPoolId: '', userPoolClientId: '', endpoint: 'http://localhost:1' },
      portal: { name: 'Harbour Bank' },
      signIn: { passkeys: true, recentMinutes: 5 },
    }
    const stack = {
      cognito: { region: 'eu-west-1', userPoolId: 'eu-west-1_Ab12', userPoolClientId: 'client' },
      signIn: { passkeys: false },
    }
    const build = await buildOf({ ...sampleFiles('A'), 'portal.config.json': JSON.stringify(own) })
    const given = { text: JSON.stringify(stack), from: 'the stack', isOfStack: true }
    const { bytes } = withConfig(build, given).get('portal.config.json') ?? {}
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({
      $schema: './portal.config.schema.json',
      cognito: stack.cognito,
      portal: { name: 'Harbour Bank' },
      signIn: { passkeys: false, recentMinutes: 5 },
    })
    const broken = await buildOf({ ...sampleFiles('A'), 'portal.config.json': '{' })
    expect(() => withConfig(broken, given)).toThrow(
      'portal.config.json of the build must be a JSON object.',
    )
  })

  it('of another pool than the stack made is refused, unless it is given', async () => {
    const build = await buildOf(sampleFiles('A'))
    const text =
      '{"cognito":{"region":"eu-west-1","userPoolId":"eu-west-1_New","userPoolClientId":"client"}}'
    expect(() => withConfig(build, { text, from: 'the stack', isOfStack: true })).toThrow(
      /^portal\.config\.json of the build names the user pool eu-central-1_AbCdEfGhI, and the stack has made eu-west-1_New\./,
    )
    expect(withConfig(build, { text, from: 'my.json' }).size).toBe(build.size)
  })

  it.each<
    [string, { cognito?: { region: string }; [section: string]: object | undefined }, string]
  >([
    [
      'another region',
      { cognito: { region: 'us-east-1' } },
      'https://cognito-idp.us-east-1.amazonaws.com',
    ],
    [
      'a domain',
      { federation: { domain: 'https://login.example.com' } },
      'https://login.example.com',
    ],
    ['an API', { api: { origins: ['https://api.example.com'] } }, 'https://api.example.com'],
    [
      'a host',
      { hosts: { 'b.example.com': { federation: { domain: 'https://b.example.com' } } } },
      'https://b.example.com',
    ],
  ])('that names %s the site does not admit is refused', async (_, more, source) => {
    const region = more.cognito?.region ?? 'eu-central-1'
    const cognito = { region, userPoolId: `${region}_Ab`, userPoolClientId: 'client' }
    const text = JSON.stringify({ ...more, cognito })
    const build = await buildOf(sampleFiles('A'))
    const own = ["'self'", 'https://cognito-idp.eu-central-1.amazonaws.com']
    expect(() => withConfig(build, { text, from: 'my.json', connectSources: own })).toThrow(
      `my.json names ${source}, which the site's Content-Security-Policy does not admit.`,
    )
    const admitted = { text, from: 'my.json', connectSources: [...own, source] }
    expect(withConfig(build, admitted).size).toBe(build.size)
  })

  it('that is not encrypted is refused', async () => {
    const build = await buildOf(sampleFiles('A'))
    const text =
      '{"cognito":{"region":"eu-west-1","userPoolId":"eu-west-1_Ab","userPoolClientId":"client","endpoint":"http://localhost:9229"}}'
    expect(() => withConfig(build, { text, from: 'my.json' })).toThrow(
      'my.json names http://localhost:9229, which is not encrypted.',
    )
  })

  it('that is given takes the place of the one in the build, as it is', async () => {
    const build = await buildOf({ ...sampleFiles('A'), 'portal.config.json': empty })
    const text = `${sampleConfig('Z')}\n\n`
    const { bytes } = withConfig(build, { text, from: 'my.json' }).get('portal.config.json') ?? {}
    expect(new TextDecoder().decode(bytes)).toBe(text)
  })
})
