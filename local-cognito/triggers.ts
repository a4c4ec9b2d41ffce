import type { Message } from './records.ts'
import type { CustomResult } from './signInRecords.ts'

// Events of AWS's Lambda triggers, so that a function written for them runs here:
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html

interface TriggerEvent<Source extends string, Request, Response> {
  version: '1' | '2' | '3'
  triggerSource: Source
  region: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string }
  request: Request & {
    /** `ClientMetadata` of the request. That of InitiateAuth is `validationData`, as on AWS. */
    clientMetadata?: Record<string, string>
  }
  response: Response
}

interface WithUser {
  userAttributes: Record<string, string>
}

/** Of triggers that also run for an unknown username, where the client conceals that. */
interface WithAnyone extends WithUser {
  userNotFound?: boolean
}

interface ClaimChanges {
  claimsToAddOrOverride?: Record<string, unknown> | null
  claimsToSuppress?: string[] | null
}

interface GroupChanges {
  groupsToOverride?: string[] | null
  iamRolesToOverride?: string[] | null
  preferredRole?: string | null
}

/** Where tokens come from, in the name of PreTokenGeneration's source. */
export type TokenSource =
  | 'Authentication'
  | 'AuthenticateDevice'
  | 'HostedAuth'
  | 'NewPasswordChallenge'
  | 'RefreshTokens'

/** The event of each trigger, by its name in `LambdaConfig`. */
export interface TriggerEvents {
  PreSignUp: TriggerEvent<
    'PreSignUp_SignUp' | 'PreSignUp_AdminCreateUser' | 'PreSignUp_ExternalProvider',
    WithUser & { validationData: Record<string, string> | null },
    { autoConfirmUser?: boolean; autoVerifyEmail?: boolean; autoVerifyPhone?: boolean }
  >
  PostConfirmation: TriggerEvent<
    'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword',
    WithUser,
    object
  >
  PreAuthentication: TriggerEvent<
    'PreAuthentication_Authentication',
    WithAnyone & { validationData: Record<string, string> | null },
    object
  >
  PostAuthentication: TriggerEvent<
    'PostAuthentication_Authentication',
    WithUser & { newDeviceUsed: boolean },
    object
  >
  PreTokenGeneration: TriggerEvent<
    `TokenGeneration_${TokenSource}`,
    WithUser & {
      groupConfiguration: GroupChanges
      /** Scopes of the access token, from version 2 on. */
      scopes?: string[]
    },
    {
      /** Version 1. */
      claimsOverrideDetails?: (ClaimChanges & { groupOverrideDetails?: GroupChanges | null }) | null
      /** From version 2 on. */
      claimsAndScopeOverrideDetails?: {
        idTokenGeneration?: ClaimChanges | null
        accessTokenGeneration?:
          | (ClaimChanges & { scopesToAdd?: string[] | null; scopesToSuppress?: string[] | null })
          | null
        groupOverrideDetails?: GroupChanges | null
      } | null
    }
  >
  CustomMessage: TriggerEvent<
    | 'CustomMessage_SignUp'
    | 'CustomMessage_AdminCreateUser'
    | 'CustomMessage_ResendCode'
    | 'CustomMessage_ForgotPassword'
    | 'CustomMessage_UpdateUserAttribute'
    | 'CustomMessage_VerifyUserAttribute'
    | 'CustomMessage_Authentication',
    WithUser & { codeParameter: string; usernameParameter: string | null },
    { smsMessage?: string | null; emailMessage?: string | null; emailSubject?: string | null }
  >
  UserMigration: TriggerEvent<
    'UserMigration_Authentication' | 'UserMigration_ForgotPassword',
    { password?: string; validationData: Record<string, string> | null },
    {
      userAttributes?: Record<string, string> | null
      finalUserStatus?: 'CONFIRMED' | 'RESET_REQUIRED' | null
      messageAction?: 'SUPPRESS' | 'RESEND' | null
      desiredDeliveryMediums?: ('EMAIL' | 'SMS')[] | null
      forceAliasCreation?: boolean | null
    }
  >
  DefineAuthChallenge: TriggerEvent<
    'DefineAuthChallenge_Authentication',
    WithAnyone & { session: CustomResult[] },
    { challengeName?: string; issueTokens?: boolean; failAuthentication?: boolean }
  >
  CreateAuthChallenge: TriggerEvent<
    'CreateAuthChallenge_Authentication',
    WithAnyone & { challengeName: string; session: CustomResult[] },
    {
      publicChallengeParameters?: Record<string, string>
      privateChallengeParameters?: Record<string, string>
      challengeMetadata?: string
    }
  >
  VerifyAuthChallengeResponse: TriggerEvent<
    'VerifyAuthChallengeResponse_Authentication',
    WithAnyone & { privateChallengeParameters: Record<string, string>; challengeAnswer: string },
    { answerCorrect?: boolean }
  >
}

export type TriggerName = keyof TriggerEvents

/** Everything that a Lambda function would have from its environment and from other services. */
export interface TriggerContext {
  /** Addresses the client may redirect to: its `DefaultRedirectURI` first, then `CallbackURLs`. */
  readonly addresses: readonly string[]
  readonly send: (message: Pick<Message, 'to' | 'medium' | 'kind' | 'code'>) => void
}

type TriggerFunction<Name extends TriggerName> = (
  event: TriggerEvents[Name],
  context: TriggerContext,
) => Promise<TriggerEvents[Name]> | TriggerEvents[Name]

/**
 * Functions that stand in for Lambda functions, each under the name of its trigger. They take AWS's
 * event and return it, or throw to refuse.
 * @example
 * ```ts
 * const invitedOnly: TriggerFunctions = {
 *   PreSignUp(event) {
 *     if (event.triggerSource === 'PreSignUp_SignUp') throw new Error('Ask for an invitation')
 *     return event
 *   },
 * }
 * ```
 */
export type TriggerFunctions = { readonly [Name in TriggerName]?: TriggerFunction<Name> }

/** Functions by the name that stands in `LambdaConfig` in place of an ARN. */
export type Triggers = Readonly<Record<string, TriggerFunctions>>
