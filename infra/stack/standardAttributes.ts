import { ClientAttributes, type StandardAttributesMask } from 'aws-cdk-lib/aws-cognito'

/**
 * Cognito's names of what people may write themselves, and CDK's of the same.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export const standardAttributes: Record<string, keyof StandardAttributesMask> = {
  address: 'address',
  birthdate: 'birthdate',
  email: 'email',
  family_name: 'familyName',
  gender: 'gender',
  given_name: 'givenName',
  locale: 'locale',
  middle_name: 'middleName',
  name: 'fullname',
  nickname: 'nickname',
  phone_number: 'phoneNumber',
  picture: 'profilePicture',
  preferred_username: 'preferredUsername',
  profile: 'profilePage',
  website: 'website',
  zoneinfo: 'timezone',
}

/** @param further what Cognito alone writes: whether an address was verified. */
export function clientAttributes(names: string[], further: StandardAttributesMask = {}) {
  const mask = names.map((name) => [standardAttributes[name] ?? name, true] as const)
  return new ClientAttributes().withStandardAttributes({ ...Object.fromEntries(mask), ...further })
}
