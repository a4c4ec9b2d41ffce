/**
 * The oldest browsers that are supported, by the names of MDN's compatibility data. `AbortSignal.timeout` (Chrome 103,
 * Safari 16) and module workers (Firefox 114) decide them.
 *
 * The build compiles to these, `builtFiles.test.ts` checks what was built against them, and the README names
 * them. `src/start.ts` shows a message in browsers without the features that the page needs.
 */
export const oldestBrowsers = {
  chrome: 103,
  chrome_android: 103,
  edge: 103,
  firefox: 114,
  firefox_android: 114,
  safari: 16,
  safari_ios: 16,
} as const

/** The same browsers for Vite's `build.target`. */
export const buildTarget = [
  `chrome${oldestBrowsers.chrome}`,
  `edge${oldestBrowsers.edge}`,
  `firefox${oldestBrowsers.firefox}`,
  `safari${oldestBrowsers.safari}`,
  `ios${oldestBrowsers.safari_ios}`,
]
