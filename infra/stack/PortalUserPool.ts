import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as cognito from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { passkeyRelyingPartyId, type StackSettings } from './stackSettings.ts'

/** The users and their sign-in methods. Kept when the stack is deleted: accounts cannot be restored. */
export class PortalUserPool extends Construct {
  readonly pool: cognito.UserPool

  constructor(scope: Construct, id: string, settings: StackSettings) {
    super(scope, id)
    const { selfSignUp, email, emailMfa, emailSignIn, groups } = settings.pool
    const relyingParty = passkeyRelyingPartyId(settings)
    this.pool = new cognito.UserPool(this, 'Pool', {
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: selfSignUp,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      userVerification: codeMessage,
      // A new address takes effect once it is verified, so that a typo does not lock the user out.
      keepOriginal: { email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      passwordPolicy,
      mfa: cognito.Mfa.OPTIONAL,
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
        passkeyUserVerification: cognito.PasskeyUserVerification.REQUIRED,
      }),
      ...(email && { email: sesEmail(email) }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.setLowLevelProperties(settings)
    for (const groupName of groups) {
      // A retained pool would lose the memberships of a deleted group.
      this.pool
        .addGroup(`Group-${groupName}`, { groupName })
        .applyRemovalPolicy(RemovalPolicy.RETAIN)
    }
  }

  /** Properties that CDK's `UserPool` does not have. */
  private setLowLevelProperties(settings: StackSettings): void {
    const resource = this.pool.node.defaultChild
    if (!(resource instanceof cognito.CfnUserPool)) throw new Error('The user pool has no resource')
    if (passkeyRelyingPartyId(settings) !== undefined) {
      // Half of what lets users with a second factor sign in with a passkey. The other half is a setting of each user
      // (WebAuthnMfaSettings), which the portal sends with the second factor.
      resource.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
    }
    const { email } = settings.pool
    // `withSES` builds an ARN in the stack's own account; the identity may be in another.
    if (email) resource.addPropertyOverride('EmailConfiguration.SourceArn', email.identityArn)
  }
}

/**
 * NIST SP 800-63B-4, 3.1.1.2: length instead of composition rules, and no expiry. 15 is its minimum if the
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

/** The message for a new account, a new address and a forgotten password. */
const codeMessage = {
  emailStyle: cognito.VerificationEmailStyle.CODE,
  emailSubject: 'Your code',
  emailBody: 'Your code is {####}. If you did not ask for one, you need not do anything.',
}

function sesEmail({ identityArn, from, fromName }: NonNullable<StackSettings['pool']['email']>) {
  const [, , , sesRegion = ''] = identityArn.split(':')
  return cognito.UserPoolEmail.withSES({
    sesRegion,
    fromEmail: from,
    ...(fromName !== undefined && { fromName }),
  })
}
