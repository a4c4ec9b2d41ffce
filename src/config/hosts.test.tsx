import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { network } from '#test/support/network.ts'
import { ConfigError, loadConfig, parseConfig } from './loadConfig.ts'
import { problemText } from './problemText.ts'

const production = {
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEfGhI',
  userPoolClientId: '1h57kf5cpq17m0eml12EXAMPLE',
}

const staging = { region: 'us-east-1', userPoolId: 'us-east-1_AbCdEfGhI' }

/** The settings that the page gets if this is the file on the server. */
function loadedFrom(file: object) {
  const address = new URL('/portal.config.json', location.origin).href
  network.use(http.get(address, () => HttpResponse.json(file)))
  return loadConfig(address)
}

function problemsOf(file: object): string[] {
  try {
    parseConfig(JSON.stringify(file))
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => `${problem.field} ${problemText(problem)}`)
  }
}

it('settings of the host override the others one by one', async () => {
  const config = await loadedFrom({
    cognito: production,
    portal: { name: 'Example Bank', languages: ['de'] },
    session: { storage: 'memory' },
    hosts: { [location.host]: { cognito: staging, portal: { name: 'Staging' } } },
  })
  expect(config.cognito).toEqual({ ...staging, userPoolClientId: production.userPoolClientId })
  expect(config.portal).toEqual({ name: 'Staging', languages: ['de'] })
  expect(config.session).toEqual({ storage: 'memory' })
  expect(config).not.toHaveProperty('hosts')
})

it('other hosts, and the same host with another port, have the top-level settings', async () => {
  const config = await loadedFrom({
    cognito: production,
    hosts: {
      'login.example.com': { cognito: staging },
      [`${location.hostname}:1`]: { cognito: staging },
    },
  })
  expect(config.cognito).toEqual(production)
  expect(config.portal.name).toBe('Gatehouse')
  expect(config).not.toHaveProperty('hosts')
})

it('checks the settings of every host, not only of its own', () => {
  const hosts = {
    'login.example.com': { cognito: { region: 'Frankfurt' }, portal: { title: 'x' } },
    'a.example.com': { cognito: { region: 'us-east-1' } },
    'b.example.com': { colours: {}, brand: null },
    'c.example.com': 'eu-central-1_AbCdEfGhI',
  }
  expect(problemsOf({ cognito: production, hosts })).toEqual([
    'hosts["login.example.com"].cognito.region must be an AWS region, like eu-central-1',
    'hosts["login.example.com"].portal.title is not a setting',
    'hosts["b.example.com"].colours is not a setting',
    'hosts["b.example.com"].brand must be an object',
    'hosts["c.example.com"] must be an object',
  ])
  expect(
    problemsOf({ cognito: production, hosts: { 'a.example.com': { cognito: staging } } }),
  ).toEqual([])
  expect(
    problemsOf({ cognito: production, hosts: { 'a.example.com': hosts['a.example.com'] } }),
  ).toEqual([
    'hosts["a.example.com"].cognito.region is not the region that cognito.userPoolId begins with; for a replica there, also set cognito.endpoint, like https://cognito-idp.us-west-2.amazonaws.com',
  ])
})

it('reports a problem of the top-level settings once', () => {
  const hosts = { 'a.example.com': { portal: { name: 'A' } } }
  expect(problemsOf({ cognito: { ...production, region: '' }, hosts })).toEqual([
    'cognito.region must be an AWS region, like eu-central-1',
  ])
  expect(problemsOf({ cognito: production, hosts: [] })).toEqual(['hosts must be an object'])
})

it.each(['https://login.example.com', 'Login.Example.com', 'login.example.com/', ''])(
  'refuses a host that is not written as browsers do: %s',
  (host) => {
    expect(problemsOf({ cognito: production, hosts: { [host]: {} } })).toEqual([
      `hosts["${host}"] must be named as browsers do, like login.example.com`,
    ])
  },
)

it.each([
  'login.example.com',
  'localhost:5173',
  '127.0.0.1',
  '[::1]:8080',
  'xn--bcher-kva.example',
])('accepts the host %s', (host) => {
  expect(problemsOf({ cognito: production, hosts: { [host]: {} } })).toEqual([])
})
