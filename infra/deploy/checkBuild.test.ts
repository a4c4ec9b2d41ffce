import { describe, expect, it } from 'vitest'
import { checkBuild, references } from './checkBuild.ts'
import { readBuild } from './readBuild.ts'
import { buildOf, sampleFiles } from './test/sampleBuild.ts'

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
    /^assets\/x-1\.js contains its source map/,
  ],
  [
    'a page that refers to a missing script',
    { 'index.html': '<script src="/assets/none-1.js"></script>' },
    /^index\.html refers to \/assets\/none-1\.js, which is not in the build/,
  ],
  [
    'a page that refers to a missing icon',
    { 'index.html': "<link rel=icon href='/none.svg'>" },
    /^index\.html refers to \/none\.svg,/,
  ],
  [
    'a chunk that imports a missing one',
    { 'assets/x-1.js': 'import"./none-2.js"' },
    /\/assets\/none-2\.js,/,
  ],
  ['a dynamic import', { 'assets/x-1.js': 'import(`./none-2.js`)' }, /\/assets\/none-2\.js,/],
  ['a re-export', { 'assets/x-1.js': "export*from'./none-2.js'" }, /\/assets\/none-2\.js,/],
  ['a worker', { 'assets/x-1.js': 'f(`/assets/none-2.js`)' }, /\/assets\/none-2\.js,/],
  ['a preload', { 'assets/x-1.js': '["assets/none-2.css"]' }, /\/assets\/none-2\.css,/],
  ['a URL', { 'assets/x-1.js': 'new URL("none-2.png",import.meta.url)' }, /\/assets\/none-2\.png,/],
  [
    'a style with a missing font',
    { 'assets/x-1.css': 'a{src:url(./none-2.woff2)}' },
    /none-2\.woff2,/,
  ],
  [
    'a script of another site',
    { 'index.html': '<script async src="https://cdn.example.com/a.js"></script>' },
    /^index\.html loads https:\/\/cdn\.example\.com\/a\.js, which the CSP blocks/,
  ],
  [
    'a font of another site',
    { 'assets/x-1.css': 'a{src:url("//fonts.example.com/a.woff2")}' },
    /^assets\/x-1\.css loads \/\/fonts\.example\.com\/a\.woff2/,
  ],
  [
    'a file in the folder of the records',
    { 'releases/2026.html': 'x' },
    /^releases\/2026\.html is in a folder that is reserved/,
  ],
  ['no Contact', securityTxt('Expires: 2027-06-30T12:00:00Z'), /security\.txt has no Contact/],
  [
    'a Contact that is not a URI',
    securityTxt('Contact: security@example.com\nExpires: 2027-06-30T12:00:00Z'),
    /has Contact: security@example\.com, which must begin with mailto:/,
  ],
  ['no Expires', securityTxt(contact), /security\.txt has 0 Expires lines/],
  [
    'two Expires',
    securityTxt(`${contact}\nExpires: 2027-06-30T12:00:00Z\nexpires: 2027-06-30T12:00:00Z`),
    /has 2 Expires lines/,
  ],
  [
    'an Expires that is not a date',
    securityTxt(`${contact}\nExpires: next year`),
    /has Expires: next year/,
  ],
  [
    'one that has expired',
    securityTxt(`${contact}\nExpires: 2026-11-20T00:00:00Z`),
    /^\.well-known\/security\.txt expired on 2026-11-20T00:00:00Z/,
  ],
  [
    'one that expires soon',
    securityTxt(`${contact}\nExpires: 2027-01-22T09:00:00Z`),
    /expires in 59 days, on 2027-01-22T09:00:00Z: set Expires at least 60 days ahead/,
  ],
]

describe('checkBuild refuses', () => {
  it.each(refused)('%s', async (_, files, sentence) => {
    await expect(check(files)).rejects.toThrow(sentence)
  })

  it('with every problem in one message', async () => {
    await expect(
      check({ 'assets/a-1.js.map': '{}', 'assets/b-1.js': 'import"./c-1.js"' }),
    ).rejects.toThrow(/a-1\.js\.map.*\n.*c-1\.js/)
  })

  it('a missing build', async () => {
    await expect(readBuild('no/such/folder')).rejects.toThrow(
      'There is no build: no/such/folder/index.html is missing. Run npm run build, or give its folder with --dist.',
    )
    await expect(buildOf({ 'assets/x-1.js': '' })).rejects.toThrow(/^There is no build/)
  })
})

describe('checkBuild accepts', () => {
  it('a build without a security.txt, with a note', async () => {
    expect(await check({})).toEqual([
      'There is no .well-known/security.txt: researchers will not know where to report a vulnerability.',
    ])
  })

  it('a security.txt with a later Expires', async () => {
    const lines = `# comment\r\n${contact}\r\nContact: https://example.com/report\r\nExpires: 2027-01-22T10:00:00+00:00\r\n`
    expect(await check(securityTxt(lines))).toEqual([])
  })

  it('references to other sites and to pages of the portal', () => {
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
