import type { CustomResult } from './signInRecords.ts'
import type { Message } from './records.ts'

// The events of AWS's custom challenge triggers, so that a function written for them runs here:
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
    /** Set where nobody has the name, and the client hides that. */
    userNotFound?: boolean
    /** What came with RespondToAuthChallenge. InitiateAuth's goes to none of these, nor does AWS's. */
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

/** What a function on AWS would have from its environment and from other services. */
export interface TriggerContext {
  /** Where the client may send people back to: its `DefaultRedirectURI` first, then `CallbackURLs`. */
  readonly addresses: readonly string[]
  readonly send: (message: Pick<Message, 'to' | 'medium' | 'kind' | 'code'>) => void
}

type Handler<Event> = (event: Event, context: TriggerContext) => Promise<Event> | Event

/** What a pool with CUSTOM_AUTH runs. */
export interface CustomChallenge {
  define: Handler<DefineAuthChallengeEvent>
  create: Handler<CreateAuthChallengeEvent>
  verify: Handler<VerifyAuthChallengeEvent>
}

/** By the name that stands where AWS has the ARN of a function. */
export type Triggers = Readonly<Record<string, CustomChallenge>>
