import type { Plugin } from 'vite'

/**
 * Lets the build drop the components of React Router that nobody uses. It keeps them because their creation might have
 * an effect, and because their names for React's developer tools are assignments: `Form` alone, with what it needs, is
 * more than 1 kB of the first load. If the file changes, the build still works, and `npm run size` shows the difference.
 */
export function smallRouter(): Plugin {
  return {
    name: 'gatehouse:small-router',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /react-router\/dist\/production\/[\w-]+\.mjs$/ },
      handler: (code) => ({
        code: code
          .replaceAll(/^\w+\.displayName = "[\w.]+";$/gm, '')
          .replaceAll(
            /^(var \w+ = )(React\d*\.(?:createContext|forwardRef|memo)\()/gm,
            '$1/* @__PURE__ */ $2',
          ),
        map: null,
      }),
    },
  }
}
