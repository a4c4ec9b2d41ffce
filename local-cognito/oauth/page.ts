import { style } from '#local-cognito/http/baseStyle.ts'
import { html, type Html } from '#local-cognito/http/html.ts'
import { pageStyle } from './pageStyle.ts'

/** Renders a small centred page. Plain HTML without scripts. */
export function page(title: string, main: Html, status = 200): Response {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${style} ${pageStyle}
      </head>
      <body class="narrow">
        <main>${main}</main>
      </body>
    </html>`
  return new Response(markup, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      // Without `form-action`, which in some browsers would also block the redirect to the client.
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
    },
  })
}
