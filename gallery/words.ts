export const passwordWords = {
  show: 'Show password',
  hide: 'Hide password',
  shown: 'Your password is visible.',
  hidden: 'Your password is hidden.',
  capsLock: 'Caps Lock is on.',
}

export const newPasswordWords = {
  ...passwordWords,
  title: 'Your password needs',
  met: 'done:',
  unmet: 'still needed:',
  allMet: 'Your password has all it needs.',
  needed: (rules: string[]) => `Your password still needs ${rules.join(', ')}.`,
  rules: {
    length: 'at least 12 characters',
    lowercase: 'a lower-case letter',
    uppercase: 'an upper-case letter',
    number: 'a number',
    symbol: 'a symbol',
  },
}

export const resendWords = {
  label: 'Send a new code',
  wait: (seconds: number) => `in ${seconds} s`,
  waitSpoken: (seconds: number) => `You can ask for a new code in ${seconds} seconds.`,
  sent: (sent: string) => sent,
}

export const copyWords = {
  label: 'Copy the key',
  copied: 'Copied',
  failed: 'Your browser did not let us copy. Select the key and copy it yourself.',
}

export const longText =
  'A label that somebody wrote in a hurry and that goes on for a good deal longer than the field it belongs to is wide'

export const longWord =
  'ada.augusta.with.a.very.long.address.indeed@engineering.department.example.com'
