/**
 * Puts the sign-in page into index.html, in every language of the config. `tooling/prerender.ts` builds this into a
 * module for Node, which the build, the preview and the deploy call: one build serves every config.
 */
import { StrictMode, type ReactNode } from 'react'
import { prerender as renderToStream } from 'react-dom/static'
import { StaticRouter } from 'react-router-dom'
import { App } from '#app/App.tsx'
import { signInFingerprint } from '#app/signInFingerprint.ts'
import { createAuth } from '#auth/createAuth.ts'
import { brandStyles } from '#brand/applyBranding.ts'
import { parseConfig } from '#config/loadConfig.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { loadTranslate } from '#i18n/loadTranslate.ts'
import { isRightToLeft, type Locale } from '#i18n/locales.ts'
import { paths } from '#paths.ts'

/**
 * Prerenders the sign-in page for a config. `src/start.ts` shows it before the app is loaded.
 *
 * @param indexHtml index.html of the build, before it was prerendered.
 * @param configText content of `portal.config.json`.
 * @returns index.html to serve with this config.
 * @throws {ConfigError} if the config is not valid.
 * @example
 * const html = await prerender(await readFile('dist/.vite/index.html', 'utf8'), configText)
 */
export async function prerender(indexHtml: string, configText: string): Promise<string> {
  const { hosts, ...config } = parseConfig(configText)
  const pages: string[] = []
  for (const locale of config.portal.languages) pages.push(await renderPage(config, locale))
  const root = openTag('div', {
    id: 'root',
    'data-fingerprint': signInFingerprint(config),
    'data-other-hosts': [...hosts.keys()].join(' '),
  })
  const html = startLater(withBrand(indexHtml, config.brand))
  return replaceOnce(html, '<div id="root"></div>', [`${root}</div>`, ...pages].join('\n    '))
}

/** Renders the sign-in page in one language, into a template that `src/start.ts` may choose. */
async function renderPage(config: PortalConfig, locale: Locale): Promise<string> {
  const t = await loadTranslate(locale, config.messages)
  // A vault that never answers: nobody is signed in, and nothing is asked of it.
  const auth = createAuth(
    { postMessage() {}, onmessage: null },
    { config, tab: { browserSessionId: '' }, remember() {} },
  )
  const { prelude } = await renderToStream(
    <StrictMode>
      <App config={config} auth={auth} language={{ locale, t }} Router={SignInRouter} />
    </StrictMode>,
    {
      // Everything in its place: a boundary that arrives later would need an inline script.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onError(error) {
        throw error
      },
    },
  )
  const page = await new Response(prelude).text()
  const title = /<title>([^<]*)<\/title>/.exec(page)?.[1]
  if (title === undefined) throw new Error('The sign-in page has no title')
  const dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  return `<template lang="${locale}" dir="${dir}" title="${title}">${page.replace(/<title>.*?<\/title>/, '')}</template>`
}

function SignInRouter({ children }: { children: ReactNode }) {
  return <StaticRouter location={paths.signIn}>{children}</StaticRouter>
}

/** Writes the operator's colours, corners and icon into the document. */
function withBrand(indexHtml: string, brand: PortalConfig['brand']): string {
  const { properties, themeColors, warnings } = brandStyles(brand)
  for (const warning of warnings) console.warn(warning)
  let html = replaceOnce(indexHtml, /(?<=scheme: light\)" content=")[^"]*/, themeColors.light)
  html = replaceOnce(html, /(?<=scheme: dark\)" content=")[^"]*/, themeColors.dark)
  if (brand.icon !== undefined) {
    html = replaceOnce(
      html,
      /<link rel="icon"[^>]*>/,
      openTag('link', { rel: 'icon', href: brand.icon }),
    )
  }
  const attributes = {
    lang: 'en',
    // `src/start.ts` applies it, because the CSP allows no style attribute.
    ...(properties.size > 0 && { 'data-brand': JSON.stringify(Object.fromEntries(properties)) }),
    ...(brand.corners !== undefined && { 'data-corners': brand.corners }),
  }
  return replaceOnce(html, /<html lang="en">/, openTag('html', attributes))
}

/** Leaves it to `src/start.ts` to start the app, after the first paint; the browser fetches it at once. */
function startLater(indexHtml: string): string {
  const scripts: string[] = []
  const html = indexHtml.replaceAll(
    /<script type="module"([^>]*) src="([^"]+)"><\/script>/g,
    (script, attributes: string, address: string) => {
      scripts.push(script)
      // Not `modulepreload`, which also compiles, and so delays the first paint by an eighth.
      return `<link rel="preload" as="script"${attributes} href="${address}">`
    },
  )
  return replaceOnce(
    html,
    '</body>',
    `<template id="app">${scripts.join('')}</template>\n  </body>`,
  )
}

/** @throws {Error} if `html`, which the project's own index.html became, does not have it. */
function replaceOnce(html: string, part: RegExp | string, by: string): string {
  if (!html.match(part)) throw new Error(`index.html has no ${String(part)}`)
  return html.replace(part, () => by)
}

function openTag(name: string, attributes: Record<string, string>): string {
  const pairs = Object.entries(attributes).map(
    ([attribute, value]) =>
      ` ${attribute}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  )
  return `<${name}${pairs.join('')}>`
}
