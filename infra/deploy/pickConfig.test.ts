import { describe, expect, it } from 'vitest'
import { withConfig } from './pickConfig.ts'
import { buildOf, sampleConfig, sampleFiles } from './test/sampleBuild.ts'

describe('withConfig', () => {
  const empty = '{"cognito":{"region":"","userPoolId":"","userPoolClientId":""}}'

  it('refuses the empty config of a build, naming each field', async () => {
    const build = await buildOf({ ...sampleFiles('A'), 'portal.config.json': empty })
    expect(() => withConfig(build, undefined)).toThrow(
      'portal.config.json of the build: cognito.region must be an AWS region, like eu-central-1.\n' +
        'portal.config.json of the build: cognito.userPoolId must be a user pool id, like eu-central-1_AbCdEfGhI.\n' +
        'portal.config.json of the build: cognito.userPoolClientId must be the id of an app client without a secret.\n' +
        'Users could not sign in with this config: give another with --config FILE.',
    )
  })

  it.each(['', '<!doctype html>', '[]'])('refuses %j', async (text) => {
    const build = await buildOf(sampleFiles('A'))
    expect(() => withConfig(build, { text, source: 'my.json' })).toThrow(
      /^my\.json must be a JSON object\./,
    )
  })

  it('refuses a build without a config', async () => {
    const { 'portal.config.json': _, ...files } = sampleFiles('A')
    const build = await buildOf(files)
    expect(() => withConfig(build, undefined)).toThrow(/cognito\.region must be/)
  })

  it('overlays the settings of the stack, and keeps name and colours of the build', async () => {
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
    const given = { text: JSON.stringify(stack), source: 'the stack', isFromStack: true }
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

  it('refuses a build with another pool than the stack, unless the config is given', async () => {
    const build = await buildOf(sampleFiles('A'))
    const text =
      '{"cognito":{"region":"eu-west-1","userPoolId":"eu-west-1_New","userPoolClientId":"client"}}'
    expect(() => withConfig(build, { text, source: 'the stack', isFromStack: true })).toThrow(
      /^portal\.config\.json of the build names the user pool eu-central-1_AbCdEfGhI, but the stack has eu-west-1_New\./,
    )
    expect(withConfig(build, { text, source: 'my.json' }).size).toBe(build.size)
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
    [
      'a receiver of events',
      { events: { endpoint: 'https://events.example.com/gatehouse' } },
      'https://events.example.com',
    ],
    ['an API', { api: { origins: ['https://api.example.com'] } }, 'https://api.example.com'],
    [
      'a host',
      { hosts: { 'b.example.com': { federation: { domain: 'https://b.example.com' } } } },
      'https://b.example.com',
    ],
  ])('refuses %s that the CSP of the site does not allow', async (_, more, source) => {
    const region = more.cognito?.region ?? 'eu-central-1'
    const cognito = { region, userPoolId: `${region}_Ab`, userPoolClientId: 'client' }
    const text = JSON.stringify({ ...more, cognito })
    const build = await buildOf(sampleFiles('A'))
    const own = ["'self'", 'https://cognito-idp.eu-central-1.amazonaws.com']
    expect(() => withConfig(build, { text, source: 'my.json', allowedOrigins: own })).toThrow(
      `my.json names ${source}, which the site's Content-Security-Policy does not allow.`,
    )
    const allowed = { text, source: 'my.json', allowedOrigins: [...own, source] }
    expect(withConfig(build, allowed).size).toBe(build.size)
  })

  it('refuses a pool on plain HTTP', async () => {
    const build = await buildOf(sampleFiles('A'))
    const text =
      '{"cognito":{"region":"eu-west-1","userPoolId":"eu-west-1_Ab","userPoolClientId":"client","endpoint":"http://localhost:9229"}}'
    expect(() => withConfig(build, { text, source: 'my.json' })).toThrow(
      'my.json names http://localhost:9229, which is not encrypted.',
    )
  })

  it('replaces the config of the build by a given one, byte for byte', async () => {
    const build = await buildOf({ ...sampleFiles('A'), 'portal.config.json': empty })
    const text = `${sampleConfig('Z')}\n\n`
    const { bytes } = withConfig(build, { text, source: 'my.json' }).get('portal.config.json') ?? {}
    expect(new TextDecoder().decode(bytes)).toBe(text)
  })
})
