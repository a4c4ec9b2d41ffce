import { type FromPool, possibleFlows } from './configOf.ts'
import type { ConfigObject } from './configFile.ts'
import { isObject } from '../../src/config/settings.ts'
import type { PoolFacts } from './readPool.ts'

/**
 * What the pool leaves open and the file has settled stays settled: how a sign-in begins, what the
 * profile shows, what providers are called.
 *
 * @param before The sections of the file as they hold now.
 */
export function keepChoices(fresh: FromPool, before: ConfigObject, facts: PoolFacts): FromPool {
  const { signIn, profile, federation } = before
  const chosen = possibleFlows(facts).find((flow) => isObject(signIn) && signIn['flow'] === flow)
  const listed = isObject(profile) ? profile['attributes'] : undefined
  const hasProfile = Array.isArray(listed) && listed.length > 0
  const named = isObject(federation) ? federation['providers'] : undefined
  return {
    ...fresh,
    signIn: { ...fresh.signIn, flow: chosen ?? fresh.signIn.flow },
    profile: hasProfile ? undefined : fresh.profile,
    federation: { ...fresh.federation, providers: withNames(fresh.federation.providers, named) },
  }
}

function withNames(fresh: FromPool['federation']['providers'], named: unknown) {
  const known = Array.isArray(named) ? named.filter(isObject) : []
  return fresh?.map((provider) => {
    const { label, emailDomains } = known.find(({ name }) => name === provider.name) ?? {}
    return {
      ...provider,
      ...(typeof label === 'string' && { label }),
      ...(Array.isArray(emailDomains) && { emailDomains: emailDomains.map(String) }),
    }
  })
}
