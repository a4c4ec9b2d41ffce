import { expect, it } from 'vitest'
import { ConfigError, parseConfig } from './loadConfig.ts'

// Addresses in the config are what a browser reads in them, or they are refused by name.

const cognito = {
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEfGhI',
  userPoolClientId: '1h57kf5cpq17m0eml12EXAMPLE',
}

/** The fields that are refused if this is the value of the setting. */
function refused(field: string, value: string): string[] {
  const [section = '', name = ''] = field.split('.')
  const listed = name === 'origins' ? [value] : value
  const own = { [name]: listed, ...(section === 'cognito' && cognito) }
  try {
    parseConfig(JSON.stringify({ cognito, [section]: own }))
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => problem.field)
  }
}

const files = ['brand.logo', 'brand.logoDark', 'brand.background', 'brand.icon']
const links = ['supportUrl', 'termsUrl', 'privacyUrl', 'imprintUrl', 'accessibilityUrl'].map(
  (name) => `portal.${name}`,
)
const servers = ['cognito.endpoint', 'federation.domain', 'api.origins']

const site = 'https://self.example'

it.each(
  [...files, 'api.me'].flatMap((field) =>
    [
      '/\t/evil.example/x.svg',
      '/\n/evil.example/x.svg',
      '/\r/evil.example/x.svg',
      '//evil.example/x.svg',
      '/\\evil.example/x.svg',
      '/a\\..\\..\\x.svg',
      ' /logo.svg',
      '/logo.svg ',
      '/logo.svg\n',
      '\u0000/logo.svg',
      '/',
    ].map((value) => [field, value] as const),
  ),
)('%s is no file of this site: %j', (field, value) => {
  expect(refused(field, value)).toEqual([field])
})

it.each(files)('%s may be a file of this site', (field) => {
  for (const value of ['/logo.svg', '/a/b%20c.svg?v=1', '/.well-known/x', '/.//evil.example']) {
    expect(refused(field, value)).toEqual([])
    expect(new URL(value, site).origin).toBe(site)
  }
})

it.each(
  links.flatMap((field) =>
    [
      'https://help.example/\nx',
      'https://help.example\n',
      'https://help.example/a b',
      'https://help.example:99999/',
      'https://1.2.3.999/',
      'https:\\\\evil.example',
      'https://\\evil.example',
      'https://help.example\\@evil.example',
      'mailto:help@example.com\nbcc:all@example.com',
      'java\nscript:alert(1)',
      'javascript:alert(1)',
      ' https://help.example',
    ].map((value) => [field, value] as const),
  ),
)('%s is no link: %j', (field, value) => {
  expect(refused(field, value)).toEqual([field])
})

it.each(links)('%s may be a page or an email address', (field) => {
  for (const value of [
    'https://help.example/a?b=c#d',
    'http://help.example:8080',
    'mailto:help@example.com?subject=Hello%20there',
  ]) {
    expect(refused(field, value)).toEqual([])
  }
})

it.each(
  servers.flatMap((field) =>
    [
      'https://a.example:99999',
      'https://1.2.3.999',
      'https://a.example\n',
      'https://a.example\\b',
      'http://a.example',
      'https://user@a.example',
      'https://a.exam\tple',
    ].map((value) => [field, value] as const),
  ),
)('%s is no server to send tokens or passwords to: %j', (field, value) => {
  expect(refused(field, value)).toEqual([field])
})

it.each(servers)('%s may be a server with TLS, or one on this machine', (field) => {
  for (const value of ['https://a.example:8443', 'http://localhost:9229']) {
    expect(refused(field, value)).toEqual([])
  }
})
