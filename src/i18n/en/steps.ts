import { challengeMessages } from './challenges.ts'
import { errorMessages } from './errors.ts'

/** Every page before the account but sign-in: challenges, sign-up, recovery. Loaded with those pages. */
export const stepMessages = {
  ...challengeMessages,
  ...errorMessages,

  'shell.dismiss': 'Dismiss',
  'form.backToSignIn': 'Back to sign in',

  'newPassword.title': 'Choose your password',
  'newPassword.lead': 'This replaces the temporary password for {username}.',
  'newPassword.leadMore':
    'This replaces the temporary password for {username}. We also need a few details.',
  'newPassword.submit': 'Save and continue',

  'unsupported.title': 'One more step is needed',
  'unsupported.lead':
    'Your account asks for a step that this page cannot do yet, so you cannot sign in here.',
  'unsupported.name': 'Step asked for',
  'unsupported.help': 'Tell your support desk the name of the step. They can help you further.',

  'signUp.title': 'Create your account',
  'signUp.lead': 'It takes a minute. We will send you a code to confirm your address.',
  'signUp.submit': 'Create account',
  'signUp.have': 'Have an account already?',
  'signUp.signIn': 'Sign in',
  'signUp.emailMissing': 'Enter your e-mail address.',
  'signUp.emailInvalid': 'Enter an e-mail address with an @, like name@example.com.',
  'signUp.closedTitle': 'Accounts are by invitation',
  'signUp.closed':
    'You cannot create an account here yourself. Ask an administrator to invite you.',

  'confirmSignUp.title': 'Check your messages',
  'confirmSignUp.submit': 'Confirm',
  'confirmSignUp.change': 'Use another address',
  'confirmSignUp.already': 'No code? You may have an account with this address already.',
  'confirmSignUp.reset': 'Reset its password',

  'forgotPassword.title': 'Reset your password',
  'forgotPassword.lead': 'Enter your address and we will send you a code.',
  'forgotPassword.submit': 'Send code',

  'resetPassword.title': 'Choose a new password',
  'resetPassword.sent': 'If an account exists for {username}, we sent a code to its address.',
  'resetPassword.sentTo': 'If an account exists for {username}, we sent a code to {destination}.',
  'resetPassword.required': 'An administrator asked you to choose a new password for {username}.',
  'resetPassword.submit': 'Save and sign in',
  'resetPassword.change': 'Use another address',

  'code.label': 'Code',
  'code.sentByEmail': 'We sent a code to {destination}.',
  'code.sentBySms': 'We sent a code by text message to {destination}.',
  'code.sentFor': 'We sent a code for {username}.',
  'code.spam': 'It can take a minute. If you do not see it, check your spam folder.',
  'code.missing': 'Enter the code from the message.',
  'code.incomplete': 'That code is not complete. Enter all of its digits.',
  'code.resend': 'Send a new code',
  'code.wait': 'in {seconds} s',
  'code.waitSpoken': {
    one: 'You can ask for a new code in {count} second.',
    other: 'You can ask for a new code in {count} seconds.',
  },
  'code.resent': 'A new code is on its way.',
  'code.resentTo': 'A new code is on its way to {destination}.',

  'password.newLabel': 'New password',
  'password.rules': 'Your password needs',
  'password.length': { one: 'at least {count} character', other: 'at least {count} characters' },
  'password.lowercase': 'a lower-case letter (a–z)',
  'password.uppercase': 'an upper-case letter (A–Z)',
  'password.number': 'a number (0–9)',
  'password.symbol': 'a symbol, like ! ? - or %',
  'password.met': 'done:',
  'password.unmet': 'still needed:',
  'password.allMet': 'Your password meets every requirement.',
  'password.needed': 'Still needed: {rules}.',
  'password.missing': 'Choose a password.',

  'accountDeleted.title': 'Your account is deleted',
  'accountDeleted.lead':
    'Everything {portal} kept of it in this browser is gone, too. Thank you for having been here.',
  'accountDeleted.signIn': 'Go to sign-in',

  'notFound.title': 'This page does not exist',
  'notFound.lead': 'The address may be mistyped, or the page has moved.',
  'notFound.home': 'Go to the start page',

  'forbidden.title': 'You do not have access to this page',
  'forbidden.lead':
    'It is open to members of the group {groups}, and your account is not one of them.',
  'forbidden.help': 'Ask an administrator to add you, then sign out and in again.',
  'forbidden.account': 'Go to your account',

  'config.title': 'This portal is not set up correctly',
  'config.lead':
    'If you came here to sign in, please come back later. If you run this portal, mend the following in {file}, then reload.',
  'config.file': 'portal.config.json',
  'config.reload': 'Reload',

  'attribute.address': 'Address',
  'attribute.birthdate': 'Date of birth',
  'attribute.email': 'E-mail address',
  'attribute.family_name': 'Last name',
  'attribute.gender': 'Gender',
  'attribute.given_name': 'First name',
  'attribute.locale': 'Language',
  'attribute.middle_name': 'Middle name',
  'attribute.name': 'Full name',
  'attribute.nickname': 'Nickname',
  'attribute.phone_number': 'Phone number',
  'phone.country': 'Country',
  'attribute.picture': 'Picture address',
  'attribute.preferred_username': 'Preferred username',
  'attribute.profile': 'Profile page',
  'attribute.updated_at': 'Last updated',
  'attribute.website': 'Website',
  'attribute.zoneinfo': 'Time zone',

  'hint.locale': 'A language code, like en-GB.',
  'hint.zoneinfo': 'A region and city, like Europe/London.',
  'hint.website': 'Starts with https://',
  'hint.picture': 'Starts with https://',
  'hint.profile': 'Starts with https://',
  'hint.updated_at': 'In seconds since 1970.',
} as const
