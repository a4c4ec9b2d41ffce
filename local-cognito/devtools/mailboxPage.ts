import { currentTotpCode } from '#local-cognito/auth/factors/softwareToken.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { style } from '#local-cognito/http/baseStyle.ts'
import { html, type Html } from '#local-cognito/http/html.ts'
import { messagesTo } from '#local-cognito/messages/outbox.ts'
import type { Message, User } from '#local-cognito/records.ts'
import { SEEDED_ACCOUNTS, SEEDED_PASSWORD, SEEDED_POOL } from '#local-cognito/seededAccounts.ts'

const SHOWN = 50

/** Renders the mailbox, the users and the seeded accounts. Plain HTML without scripts. */
export function mailboxPage({ store, now }: Cognito, headers: Record<string, string>): Response {
  const messages = messagesTo(store).slice(0, SHOWN)
  const users = [...store.users.scan()].map(([, user]) => user)
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Local Cognito</title>
        <link rel="icon" href="data:," />
        ${style}
      </head>
      <body>
        <header>
          <div>
            <h1>Local Cognito</h1>
            <p class="quiet">
              Emails and SMS that a real pool would have sent. Nothing leaves this machine.
            </p>
          </div>
          <a class="button" href="/_local">Refresh</a>
        </header>
        <main>
          <section aria-labelledby="mailbox">
            <h2 id="mailbox">Mailbox <span class="count">${messages.length}</span></h2>
            ${
              messages.length > 0
                ? html`<ol class="cards">
                    ${messages.map(messageCard)}
                  </ol>`
                : html`<p class="empty">No messages yet. Sign up, or reset a password.</p>`
            }
          </section>
          <section aria-labelledby="users">
            <h2 id="users">Users <span class="count">${users.length}</span></h2>
            <ul class="cards">
              ${users.map((user) => userCard(user, now()))}
            </ul>
          </section>
          ${store.pools.has(SEEDED_POOL) ? accountList() : ''}
        </main>
      </body>
    </html>`
  return new Response(page.markup, {
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  })
}

const KINDS = {
  signUp: 'Confirm the address',
  forgotPassword: 'New password',
  attributeVerification: 'Verify the address',
  invitation: 'Invitation, temporary password',
  signIn: 'Sign in',
  mfa: 'Second factor',
  magicLink: 'Sign-in link',
} satisfies Record<Message['kind'], string>

const messageCard = ({ to, medium, kind, code, sentAt, subject, text }: Message): Html =>
  html`<li>
    <div>
      <strong class="address">${to}</strong>
      <p class="quiet">${KINDS[kind]} · ${medium === 'SMS' ? 'SMS' : 'mail'} · ${time(sentAt)}</p>
      ${subject === undefined ? '' : html`<p>${subject}</p>`}
      ${text === undefined ? '' : html`<p>${text}</p>`}
    </div>
    ${
      kind === 'magicLink'
        ? html`<a class="button" href="${code}">Open the link</a>`
        : html`<code class="code">${code}</code>`
    }
  </li>`

const time = (iso: string): Html =>
  html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`

const userCard = (user: User, now: number): Html => {
  const { username, attributes, poolId, status, enabled, groups, softwareToken } = user
  return html`<li>
    <div>
      <strong class="address"
        >${attributes['email'] ?? attributes['phone_number'] ?? username}</strong
      >
      <p class="quiet">${poolId}${groups.length > 0 ? ` · ${groups.join(', ')}` : ''}</p>
    </div>
    <span class="tags">
      ${
        softwareToken
          ? html`<span class="quiet">app <code>${currentTotpCode(softwareToken, now)}</code></span>`
          : ''
      }
      ${enabled ? '' : html`<span class="tag alarm">disabled</span>`}
      <span class="tag ${status === 'CONFIRMED' ? 'good' : ''}"
        >${status.toLowerCase().replaceAll('_', ' ')}</span
      >
    </span>
  </li>`
}

const accountList = (): Html =>
  html`<section aria-labelledby="seeded">
    <h2 id="seeded">Seeded accounts</h2>
    <p>Password of all: <code>${SEEDED_PASSWORD}</code></p>
    <ul class="cards">
      ${SEEDED_ACCOUNTS.map(
        ({ email, shows }) =>
          html`<li>
            <div>
              <strong class="address">${email}</strong>
              <p class="quiet">${shows}</p>
            </div>
          </li>`,
      )}
    </ul>
  </section>`
