import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPool,
  FeaturePlan,
  Mfa,
  PasskeyUserVerification,
  UserPool,
  UserPoolEmail,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { StackSettings } from './stackSettings.ts'
import { passkeyRelyingPartyId } from './waysIn.ts'

/** Who the people are, and how they prove it. Outlives the stack: nobody could make it again. */
export class PortalUserPool extends Construct {
  readonly pool: UserPool

  constructor(scope: Construct, id: string, settings: StackSettings) {
    super(scope, id)
    const { selfSignUp, email, emailMfa, emailSignIn, groups } = settings.pool
    const relyingParty = passkeyRelyingPartyId(settings)
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: selfSignUp,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      userVerification: codeMessage,
      // A new address counts once its code is given: until then, whoever mistypes it can still sign in.
      keepOriginal: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true, email: emailMfa },
      signInPolicy: {
        allowedFirstAuthFactors: {
          password: true,
          passkey: relyingParty !== undefined,
          emailOtp: emailSignIn,
        },
      },
      ...(relyingParty !== undefined && {
        passkeyRelyingPartyId: relyingParty,
        passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      }),
      ...(email && { email: sesEmail(email) }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.setWhatConstructsLack(settings)
    for (const groupName of groups) {
      // Without its group, a retained pool would have forgotten who belonged to it.
      this.pool
        .addGroup(`Group-${groupName}`, { groupName })
        .applyRemovalPolicy(RemovalPolicy.RETAIN)
    }
  }

  private setWhatConstructsLack(settings: StackSettings): void {
    const resource = this.pool.node.defaultChild
    if (!(resource instanceof CfnUserPool)) throw new Error('The user pool has no resource')
    if (passkeyRelyingPartyId(settings) !== undefined) {
      // Else whoever turns on a second factor could not use their passkeys any more.
      resource.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
    }
    const { email } = settings.pool
    // `withSES` makes the ARN for the stack's own account; the identity may be of another.
    if (email) resource.addPropertyOverride('EmailConfiguration.SourceArn', email.identityArn)
  }
}

/**
 * NIST SP 800-63B-4, 3.1.1.2: length instead of composition, and no expiry. 15 is its minimum where the
 * password may be the only factor. Cognito's maximum is 256.
 */
const passwordPolicy = {
  minLength: 15,
  requireLowercase: false,
  requireUppercase: false,
  requireDigits: false,
  requireSymbols: false,
  tempPasswordValidity: Duration.days(1),
}

/** For a new account, a new address and a forgotten password alike. */
const codeMessage = {
  emailStyle: VerificationEmailStyle.CODE,
  emailSubject: 'Your code',
  emailBody: 'Your code is {####}. If you did not ask for one, you need not do anything.',
}

function sesEmail({ identityArn, from, fromName }: NonNullable<StackSettings['pool']['email']>) {
  const [, , , sesRegion = ''] = identityArn.split(':')
  return UserPoolEmail.withSES({
    sesRegion,
    fromEmail: from,
    ...(fromName !== undefined && { fromName }),
  })
}
