/** Invalid input, and errors of Cognito. The most frequent are in `signIn.ts`. */
export const errorMessages = {
  'fault.missing': '{label} is missing.',
  'fault.email': '{label} needs an @, like name@example.com.',
  'fault.phone': '{label} does not look right. Check the number and its country.',
  'fault.url': '{label} must be a web address that starts with https:// or http://.',
  'fault.number': '{label} must be a whole number.',
  'fault.notAccepted': '{label} was not accepted. Check it and try again.',
  'error.serviceUnavailable': 'The service is having trouble. Try again in a few minutes.',
  'error.timeout': 'The service took too long to answer. Try again.',
  'error.misconfigured': 'This portal is not set up correctly. Tell your support desk about it.',
  'error.limitExceeded': 'That was tried too many times. Wait a while, then try again.',
  'error.temporaryPasswordExpired':
    'Your temporary password has expired. Ask the person who invited you for a new one.',
  'error.notAllowedNow':
    'Your account cannot do this yet. If you were invited, sign in with the password you were sent.',
  'error.codeMismatch': 'That code is not right, or no longer valid. Check it, or send a new one.',
  'error.codeExpired': 'That code has expired. Send a new one.',
  'error.alreadyConfirmed': 'This account is confirmed already. Sign in with your password.',
  'error.passwordTooWeak': 'That password does not meet the requirements. Choose another one.',
  'error.passwordCompromised':
    'That password is known from a data leak. Choose one that you use nowhere else.',
  'error.passwordUsedBefore': 'You have used that password before. Choose one that is new.',
  'error.usernameTaken':
    'An account with this e-mail address exists. Sign in, or reset its password.',
  'error.aliasTaken':
    'This e-mail address or phone number belongs to another account. Sign in to that one instead.',
  'error.signUpClosed': 'New accounts are by invitation only. Ask an administrator to invite you.',
  'error.noRecoveryAddress':
    'There is no confirmed address to send a code to. Ask your support desk for help.',
  'error.codeDeliveryFailed': 'The code could not be sent. Check the address, or try again later.',
  'error.invalidInput': 'Something was not accepted. Check what you entered and try again.',
  'error.tooLong': 'This is too long. Shorten it, then try again.',
  'error.challengeExpired': 'That took a little too long. Go back and sign in again.',
  'error.federationDenied':
    'You did not sign in there, so nothing has changed here. Try again, or use another way.',
  'error.federationFailed':
    'The other service could not sign you in. Try again, or use another way.',
  'error.storageBlocked':
    'Your browser blocks this site from saving data, which this sign-in method needs. Allow it, or use another method.',
  'error.unsupportedBrowser':
    'Your browser lacks something that this needs, or blocks it. Update it, or use another one.',
  'error.startedAgain':
    'That took a little too long, so this step has begun anew. Use the newest code.',
  'error.deviceForgotten':
    'This device is not remembered any more, so this step has begun anew. Use the newest code.',
  'error.codeUsed': 'That code was used already. Wait for the next one, and type that.',
  'error.recentSignInRequired': 'Confirm that it is you, then try again. Nothing has changed yet.',
  'error.mayHaveWorked':
    'Your last try may have worked: its answer got lost. Sign in to see, or send a new code.',
  'error.levelNotReached':
    'This needs a stronger sign-in than the one you just did. Ask your support desk for help.',
  'error.nothingToAnswer':
    'This step is over, perhaps because of another tab. Go back and sign in again.',
  'error.notSignedIn': 'You are no longer signed in. Sign in again to carry on.',
  'error.gone': 'It is not there any more. Load the page again to see what is.',
  'error.passkeyNotAccepted':
    'This kind of passkey cannot be used here. Try another device or password manager.',
  'error.notPermitted': 'Your account may not do this. Ask an administrator for access.',
  'error.insufficientScope':
    'You are signed in, but not in a way that lets you manage your account. Tell your support desk that the scope aws.cognito.signin.user.admin is missing.',
  'error.refusedByPool': 'This was not allowed. Ask your support desk for help.',
  'error.blocked': 'This was blocked for security reasons. Try later, or from another network.',
  'error.userDisabled': 'This account is switched off. Ask your support desk to switch it on.',
  'error.tooManyRequests': 'It is very busy right now. Try again in a moment.',
  'error.tooManyAttempts': 'Too many wrong passwords. Wait a few minutes, then try again.',
} as const
