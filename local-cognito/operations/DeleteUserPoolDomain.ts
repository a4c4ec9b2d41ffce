import type {
  DeleteUserPoolDomainRequest,
  DeleteUserPoolDomainResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { domainName, requireDomain } from '#local-cognito/pools/domains.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolDomain.html */
export const DeleteUserPoolDomain = operation<
  DeleteUserPoolDomainRequest,
  DeleteUserPoolDomainResponse
>({
  signed: true,
  members: { Domain: domainName.required, UserPoolId: userPoolId.required },
  run({ Domain, UserPoolId }, { store, now }) {
    const { pool, member } = requireDomain(store.pools.get(UserPoolId), Domain)
    pool.settings = without(pool.settings, member)
    pool.domains = without(pool.domains ?? {}, member)
    pool.modifiedAt = now()
    return {}
  },
})

function without<T extends Partial<Record<'Domain' | 'CustomDomain', unknown>>>(
  settings: T,
  member: 'Domain' | 'CustomDomain',
) {
  const { [member]: _, ...others } = settings
  return others
}
