/** The last part of docs/performance.md. The docstrings in `bench/measures/` say from where to where each figure is. */
export const method = `## Method

Every page is built by Vite from pinned packages (the peers for Vite's own choice of browsers, Gatehouse for its older
ones), and served by one small server with gzip -9 and the cache headers of
a deployed Gatehouse; Gatehouse also has its security headers. All sign in to the same local Cognito, a process of its
own, with the same user, in a pool that tracks no devices. Each measurement opens a fresh browser context: nothing is
cached or stored. After one round that does not count, every page is measured in turn, in another order each round.

| page | what it is |
| --- | --- |
| Amplify Authenticator | \`<Authenticator>\` with its styles; signed in, a page with the user's email address |
| Amplify headless | \`aws-amplify/auth\` behind a plain React form |
| bare identity-js | \`amazon-cognito-identity-js\` behind the same form |
| React + router + query | the same form in React Router's data router and TanStack Query; it signs nobody in |
| native floor | the same form with SRP by the browser's own BigInt and WebCrypto, on the main thread |
| static form | the HTML and styles of Gatehouse's drawn sign-in page, without any script |
| Gatehouse, data baked in | the account pages with a session and answers that are constants: no vault, no requests |

- **First paint** is First Contentful Paint of the sign-in page.
- **Main thread until the first paint** is by a trace of Chromium, each millisecond counted for the innermost event.
  Tracing takes time itself: compare the columns, not the sum with the first paint above.
- **Form usable** is from the request for the document to the first request to Cognito, for a user who is infinitely
  fast: a script fills in the fields as soon as they exist, presses the button, and again every 50 ms. It includes the
  arithmetic that comes before this request. The page that signs nobody in counts when its submit handler runs.
- **Click to profile** is from the click on the button to the end of the first frame with the user's email address in
  \`main\`. The fields were filled in with mouse and keyboard, and the page was idle.
- **SRP proof** is from the arrival of Cognito's challenge to the request that answers it.
- **Longest task** is by the Long Tasks API, from opening the page to the drawn profile. A task counts as before the
  first paint if it began before it.
- **Requests** are those from the idle page to the drawn profile, without preflights. Cognito is at
  another origin than the pages, as at AWS, so preflights are sent as well.
- **Reload** is from the navigation to the end of the first frame with the email address, with the files cached.
- **Interactions** go twice through the menu of the account. The duration is that of the Event Timing API, from the
  input to the next paint.
- **SRP sign-ins a second**: four at a time by a client in another process, with its arithmetic in OpenSSL; the server
  is kept on one core. The users were created over the API.

What slows down, and what does not: 4x CPU slows down the page's main thread. Chromium refuses it for workers
("Operation is only supported for pages, not workers"), so the SRP arithmetic of Gatehouse, in its worker, runs at full
speed, and that of the other pages four times slower. On a phone the worker is slow as well: the last column of the
table adds three times the SRP proof to Gatehouse's click, as if the worker were four times slower too. The arithmetic
before the proof runs while the fields are filled in. The slow network is 1.6 Mbit/s and 150 ms. It holds for the
requests of workers as for those of pages; Chromium exempts the preflights of both.`
