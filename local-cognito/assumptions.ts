/** Open question about AWS: no documentation, capture or measurement settles it. */
interface Assumption {
  question: string
  /** Possible behaviours of the service. The first one is the default: the best supported. */
  answers: readonly [string, string, ...string[]]
  /** What supports the default, or the other answers. */
  evidence: string
}

/**
 * Everything about AWS that the local Cognito has to assume and that a client's behaviour hangs on.
 * Each is a switch, so that a client can be tested under every answer.
 */
export const ASSUMPTIONS = {
  lateRotation: {
    question:
      'A refresh takes long, and its retry with the same token ends first: whose token stays valid?',
    answers: ['displacesRetry', 'isDisplaced'],
    evidence:
      'Measured: a retry replaces the child issued before. Not measured: the order where the first request is the later one to end.',
  },
  expiredSignUpSession: {
    question: 'ConfirmSignUp with a `Session` of SignUp that has expired',
    answers: ['isIgnored', 'isRefused'],
    evidence:
      'None. Codes are valid for 24 hours, sessions for 3 to 15 minutes; Amplify sends none.',
  },
  confirmSignUpSession: {
    question: 'Whether ConfirmSignUp returns a `Session` that signs in with USER_AUTH',
    answers: ['isReturned', 'isAbsent'],
    evidence:
      'API reference: "a session identifier that you can use to immediately sign in". Amplify uses it where there is one.',
  },
  passkeyBeforeMfa: {
    question:
      'PREFERRED_CHALLENGE=WEB_AUTHN for a user with a passkey and a second factor, where passkeys do not count as MFA',
    answers: ['NotAuthorizedException', 'InvalidParameterException', 'choice'],
    evidence:
      'Measured by others: NotAuthorizedException, "Password Challenge is Required to SignIn". One client matches the second type. The developer guide describes a choice for factors that are not available.',
  },
  onlyFactor: {
    question: 'USER_AUTH without a preference for a user with one factor',
    answers: ['isAsked', 'isOffered'],
    evidence: 'Measured by others: SELECT_CHALLENGE is skipped.',
  },
  preferredNotOwned: {
    question:
      'PREFERRED_CHALLENGE=WEB_AUTHN for a user whose only factor is a code by email: whether the code is sent',
    answers: ['asksOnlyFactor', 'offersChoice'],
    evidence:
      'Measured without a preference only: SELECT_CHALLENGE is skipped. Developer guide: a preference that is not available leads to SELECT_CHALLENGE.',
  },
  unconfirmedUserAuth: {
    question: 'USER_AUTH of an unconfirmed user',
    answers: ['isRefusedAtStart', 'isRefusedAfterPassword'],
    evidence:
      'Measured for USER_PASSWORD_AUTH and USER_SRP_AUTH: UserNotConfirmedException before the password is checked.',
  },
  resetRequiredUserAuth: {
    question: 'USER_AUTH of a user whose password has to be reset',
    answers: ['isRefusedAfterPassword', 'isRefusedAtStart'],
    evidence:
      'PasswordResetRequiredException is listed for InitiateAuth and RespondToAuthChallenge; reports of other flows name both.',
  },
  wrongMfaCode: {
    question: 'Whether a wrong second factor code ends the `Session`',
    answers: ['keepsSession', 'endsSession'],
    evidence:
      'Reports differ: two clients retry in the same session, two others were told that it "can only be used once".',
  },
  authenticationLevels: {
    question: 'TARGET_ACR_VALUES, MAX_AGE, ACCESS_TOKEN and `acr_values`',
    answers: ['areHonoured', 'areIgnored'],
    evidence:
      'Developer guide, "Step-up authentication". Measured by others in five regions: accepted and ignored, no `acr` in any token.',
  },
  stepUpFamily: {
    question:
      'Whether a step-up with ACCESS_TOKEN starts a token family of its own, which revoking the tokens before it spares',
    answers: ['isNew', 'isContinued'],
    evidence: 'Developer guide: a step-up issues new tokens. Their `origin_jti` was not seen.',
  },
  identitiesClaim: {
    question: 'Whether the ID token of a federated user has `identities`',
    answers: ['isPresent', 'isAbsent'],
    evidence:
      'Captured in pools without ReadAttributes. Developer guide: the token "only contains claims that correspond to the readable attributes".',
  },
  domainRenewal: {
    question:
      'GetTokensFromRefreshToken for a sign-in over the domain, in a pool that tracks devices',
    answers: ['isRefused', 'isAllowed'],
    evidence:
      'Developer guide: "must provide the confirmed device key"; the domain hands out none. Reports of `Invalid Refresh Token.` for such tokens.',
  },
  deviceKeyInUserAuth: {
    question: 'DEVICE_KEY in USER_AUTH',
    answers: ['isAccepted', 'isRefused'],
    evidence: 'API reference: optional in each flow. Amplify sends it with SRP only.',
  },
  untrackedSessions: {
    question: 'ListUserSessions and its kin in a pool that does not track sessions',
    answers: [
      'OperationNotEnabledException',
      'InvalidParameterException',
      'UnknownOperationException',
    ],
    evidence:
      "Of the model's exceptions, only the first concerns the pool's settings. The last is the answer of a region without the action.",
  },
  userAuthFactorsOnLite: {
    question: 'GetUserAuthFactors in the LITE tier',
    answers: ['areListed', 'areRefused'],
    evidence: 'The model lists no exception about the tier.',
  },
} as const satisfies Record<string, Assumption>

export type AssumptionName = keyof typeof ASSUMPTIONS

/** The answer that a local Cognito takes to be right, for each open question. */
export type Assumptions = {
  [Name in AssumptionName]: (typeof ASSUMPTIONS)[Name]['answers'][number]
}

/** Makes the assumptions of a new local Cognito: the defaults, where `given` has no other answer. */
export const makeAssumptions = (given: Partial<Assumptions> = {}): Assumptions => ({
  ...defaults(),
  ...given,
})

export function resetAssumptions(assumptions: Assumptions) {
  Object.assign(assumptions, defaults())
}

const defaults = () =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `fromEntries` loses the names
  Object.fromEntries(
    Object.entries(ASSUMPTIONS).map(([name, { answers }]) => [name, answers[0]]),
  ) as Assumptions

/**
 * Checks the body of `PUT /_local/assumptions`: a JSON object of answers by name.
 * @throws TypeError naming the member that is wrong
 */
export function checkAssumptions(json: unknown): asserts json is Partial<Assumptions> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new TypeError('The body must be a JSON object of answers by name.')
  const known = new Map<string, Assumption>(Object.entries(ASSUMPTIONS))
  const given: [string, unknown][] = Object.entries(json)
  for (const [name, answer] of given) {
    const answers = known.get(name)?.answers
    if (!answers) throw new TypeError(`${name} is none of ${[...known.keys()].join(', ')}.`)
    if (!answers.some((possible) => possible === answer))
      throw new TypeError(`${name} must be ${answers.join(' or ')}.`)
  }
}
