import { expect, it } from 'vitest'
import { cognitoEndpoint } from './cognitoEndpoint.ts'
import { ConfigError, parseConfig } from './loadConfig.ts'
import { problemText } from './problemText.ts'

const userPoolClientId = '1h57kf5cpq17m0eml12EXAMPLE'

function problemsOf(cognito: object): string[] {
  try {
    parseConfig(JSON.stringify({ cognito: { userPoolClientId, ...cognito } }))
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => `${problem.field} ${problemText(problem)}`)
  }
}

// https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html, and partitions.js of AWS's SDK
it.each([
  ['eu-central-1', 'https://cognito-idp.eu-central-1.amazonaws.com'],
  ['us-gov-west-1', 'https://cognito-idp.us-gov-west-1.amazonaws.com'],
  ['cn-north-1', 'https://cognito-idp.cn-north-1.amazonaws.com.cn'],
  ['eusc-de-east-1', 'https://cognito-idp.eusc-de-east-1.amazonaws.eu'],
  ['us-iso-east-1', 'https://cognito-idp.us-iso-east-1.c2s.ic.gov'],
  ['us-isob-east-1', 'https://cognito-idp.us-isob-east-1.sc2s.sgov.gov'],
  ['eu-isoe-west-1', 'https://cognito-idp.eu-isoe-west-1.cloud.adc-e.uk'],
  ['us-isof-south-1', 'https://cognito-idp.us-isof-south-1.csp.hci.ic.gov'],
])('a pool of %s is at %s', (region, endpoint) => {
  expect(problemsOf({ region, userPoolId: `${region}_AbCdEfGhI` })).toEqual([])
  expect(cognitoEndpoint(region)).toBe(endpoint)
})

it.each(['Frankfurt', 'eu', 'europe-west-1', 'eu-central', 'eu-central-1a'])(
  '%s is not a region',
  (region) => {
    expect(problemsOf({ region, userPoolId: `${region}_AbCdEfGhI` })).toContain(
      'cognito.region must be an AWS region, like eu-central-1',
    )
  },
)

it('a replica in another region than its pool has an endpoint of its own', () => {
  const replica = { region: 'us-west-2', userPoolId: 'us-east-1_AbCdEfGhI' }
  expect(problemsOf(replica)).toEqual([
    'cognito.region is not the region that cognito.userPoolId begins with; for a replica there, also set cognito.endpoint, like https://cognito-idp.us-west-2.amazonaws.com',
  ])
  const endpoint = 'https://cognito-idp.us-west-2.amazonaws.com'
  expect(problemsOf({ ...replica, endpoint })).toEqual([])
})
