import type {
  ClientSSOSessionConfigType,
  SetUserPoolClientSessionConfigurationRequest,
  SetUserPoolClientSessionConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { number, structure } from '#local-cognito/http/constraints.ts'
import { clientId, userPoolId } from '#local-cognito/http/members.ts'
import { requireClient, requirePool } from '#local-cognito/pools/lookup.ts'
import { checkSessionTier, checkTracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolClientSessionConfiguration.html */
export const SetUserPoolClientSessionConfiguration = operation<
  SetUserPoolClientSessionConfigurationRequest,
  SetUserPoolClientSessionConfigurationResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    ClientId: clientId.required,
    SSOSession: structure<ClientSSOSessionConfigType>({
      MaxValidityMinutes: number({ min: 0, max: 129_600 }).required,
    }).required,
  },
  run({ UserPoolId, ClientId, SSOSession }, cognito) {
    const { store } = cognito
    const pool = requirePool(store, UserPoolId)
    const client = requireClient(store, pool, ClientId)
    checkSessionTier(pool)
    checkTracksSessions(cognito, pool)
    client.sessions = { SSOSession }
    return { UserPoolId, ClientId, SSOSession }
  },
})
