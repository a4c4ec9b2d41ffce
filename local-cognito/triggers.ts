import type { Message } from './records.ts'
import type { CustomResult } from './signInRecords.ts'

// Events of AWS's custom challenge triggers, so that a function written for them runs here:
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html

interface TriggerEvent<Source extends string, Request, Response> {
  version: '1'
  triggerSource: Source
  region: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string }
  request: Request & {
    userAttributes: Record<string, string>
    /** True for an unknown username, where the client conceals that. */
    userNotFound?: boolean
    /**
     * `ClientMetadata` of RespondToAuthChallenge. That of InitiateAuth reaches no trigger, as on
     * AWS.
     */
    clientMetadata?: Record<string, string>
  }
  response: Response
}

export type DefineAuthChallengeEvent = TriggerEvent<
  'DefineAuthChallenge_Authentication',
  { session: CustomResult[] },
  { challengeName?: string; issueTokens?: boolean; failAuthentication?: boolean }
>

export type CreateAuthChallengeEvent = TriggerEvent<
  'CreateAuthChallenge_Authentication',
  { challengeName: string; session: CustomResult[] },
  {
    publicChallengeParameters?: Record<string, string>
    privateChallengeParameters?: Record<string, string>
    challengeMetadata?: string
  }
>

type VerifyAuthChallengeEvent = TriggerEvent<
  'VerifyAuthChallengeResponse_Authentication',
  { privateChallengeParameters: Record<string, string>; challengeAnswer: string },
  { answerCorrect?: boolean }
>

/** Everything that a Lambda function would have from its environment and from other services. */
export interface TriggerContext {
  /** Addresses the client may redirect to: its `DefaultRedirectURI` first, then `CallbackURLs`. */
  readonly addresses: readonly string[]
  readonly send: (message: Pick<Message, 'to' | 'medium' | 'kind' | 'code'>) => void
}

type Handler<Event> = (event: Event, context: TriggerContext) => Promise<Event> | Event

/** Custom auth triggers of one pool. */
export interface CustomChallenge {
  define: Handler<DefineAuthChallengeEvent>
  create: Handler<CreateAuthChallengeEvent>
  verify: Handler<VerifyAuthChallengeEvent>
}

/** Triggers by the name that stands in `LambdaConfig` in place of a function's ARN. */
export type Triggers = Readonly<Record<string, CustomChallenge>>
