/**
 * What the host names of AWS end with, by the beginning of a region; everywhere else it is amazonaws.com.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html, and `partitions.js` of AWS's SDK.
 */
const suffixes: Record<string, string> = {
  'cn-': 'amazonaws.com.cn',
  // The European Sovereign Cloud.
  'eusc-': 'amazonaws.eu',
  'us-iso-': 'c2s.ic.gov',
  'us-isob-': 'sc2s.sgov.gov',
  'eu-isoe-': 'cloud.adc-e.uk',
  'us-isof-': 'csp.hci.ic.gov',
}

/**
 * The address of Cognito in a region, without a slash at the end.
 *
 * @example cognitoEndpoint('eu-central-1') // 'https://cognito-idp.eu-central-1.amazonaws.com'
 */
export function cognitoEndpoint(region: string): string {
  const start = Object.keys(suffixes).find((prefix) => region.startsWith(prefix)) ?? ''
  return `https://cognito-idp.${region}.${suffixes[start] ?? 'amazonaws.com'}`
}
