/** Order matters: each user agent also contains the names of those below. */
const BROWSERS: readonly [string, RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)\S* .*\bSafari\//],
]

/**
 * Desktops have no version, since it is frozen: Windows NT 10.0 on Windows 11, and Mac OS X
 * 10.15 on any. Chrome freezes Android at 10.
 */
const SYSTEMS: readonly [string, RegExp][] = [
  ['iOS', /\b(?:iPhone|CPU) OS (\d+)_(\d+)/],
  ['Android', /\bAndroid (?!10; K\))(\d+)/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows NT\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/**
 * Formats a user agent as in AWS's example (ListUserSessions): `Chrome 125 / macOS`; `unknown` for
 * a program.
 */
export function describeAgent(userAgent: string): string {
  const known = [nameIn(userAgent, BROWSERS), nameIn(userAgent, SYSTEMS)].filter(Boolean)
  return known.length > 0 ? known.join(' / ') : 'unknown'
}

function nameIn(userAgent: string, names: readonly [string, RegExp][]) {
  for (const [name, pattern] of names) {
    const [matched, ...version] = pattern.exec(userAgent) ?? []
    if (matched !== undefined) return [name, version.join('.')].filter(Boolean).join(' ')
  }
  return undefined
}
