import { cleanup, fireEvent, isInaccessible, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { openPortal } from '#test/support/openPortal.tsx'
import { startCognito } from '#test/support/startCognito.ts'

// What nobody types by accident, in every field that somebody who is not signed in can reach. Whatever
// becomes of it: the page stands, the form can be used again, nothing of it is taken for markup, and
// what was typed is still there.

afterEach(cleanup)

const values: [what: string, value: string][] = [
  ['nothing', ''],
  ['a space', ' '],
  ['one character', 'a'],
  ['128 characters', 'a'.repeat(128)],
  ['129 characters', 'a'.repeat(129)],
  ['10 kB', 'a'.repeat(10_240)],
  ['10 kB that look like an address', `${'a'.repeat(10_240)}@example.com`],
  ['another script', 'пароль密码'],
  ['composed and decomposed letters', 'é e\u0301 ﬁ'],
  ['right to left', 'كلمة السر'],
  ['a change of direction', '\u202Egro.elpmaxe@ada'],
  ['emoji', '👩‍👩‍👧‍👦🔑'],
  ['half of one', '\uD83D'],
  ['a null byte', 'ada\u0000@example.com'],
  ['control characters', '\u0001\u001B[31m'],
  ['invisible characters', '\u200Bada@example.com\uFEFF'],
  ['markup', '<img src=x onerror="document.title=1">'],
  ['a script', '"><script>document.title=1</script>'],
  ['a template', '{{7*7}} ${7*7} {username}'],
  ['a name that every object has', '__proto__'],
  ['another', 'constructor'],
  ['a query', "' OR 1=1 --"],
  ['JSON', '{"USERNAME":"ada"}'],
  ['an address with user info', 'https://ada:secret@example.com/'],
]

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

interface Place {
  path: string
  button: string
  /** Label to what is right in it, while the others have what is wrong. */
  fields: Record<string, string>
}

const places: Place[] = [
  { path: '/sign-in', button: 'Sign in', fields: { 'E-mail address': email, Password: password } },
  {
    path: '/sign-up',
    button: 'Create account',
    fields: { 'E-mail address': 'new@example.com', Password: password },
  },
  { path: '/forgot-password', button: 'Send code', fields: { 'E-mail address': email } },
]

const steps: (Place & { reach: (to: Opened) => Promise<void> })[] = [
  {
    path: '/sign-up',
    button: 'Confirm',
    fields: { Code: '000000' },
    async reach({ auth }) {
      await auth.signUp({ username: 'new@example.com', password, attributes: {} })
      await screen.findByLabelText('Code')
    },
  },
  {
    path: '/forgot-password',
    button: 'Save and sign in',
    fields: { Code: '000000', 'New password': password },
    async reach({ auth }) {
      await auth.forgotPassword(email)
      await screen.findByLabelText('Code')
    },
  },
]

type Opened = Awaited<ReturnType<typeof openPortal>>

/** Fills in the form, one field with that, and presses the button. */
async function send({ fields, button }: Place, wrong: string, value: string) {
  for (const [label, right] of Object.entries(fields)) {
    const field = await screen.findByLabelText(label)
    fireEvent.change(field, { target: { value: label === wrong ? value : right } })
  }
  // A field may take what it is given in its own way: one for addresses leaves spaces out.
  const typed = screen.getByLabelText<HTMLInputElement>(wrong).value
  fireEvent.click(screen.getByRole('button', { name: button }))
  return typed
}

// By selector: looking for roles would ask jsdom for the style of every element, again and again.
const heading = () => document.querySelector('h1:not([hidden])')?.textContent
const isSaid = () =>
  [...document.querySelectorAll('[role=alert]')].some(
    (one) => one.textContent !== '' && !isInaccessible(one),
  )

async function findHeading() {
  await waitFor(() => expect(heading()).toBeTruthy())
  return heading()
}

async function expectUsable(field: string, typed: string, before: string | undefined) {
  await waitFor(() => {
    expect(document.querySelector('[aria-busy=true]')).toBeNull()
    expect(heading()).toBeTruthy()
    // Something is said, or there is another page.
    expect(isSaid() || heading() !== before).toBe(true)
  })
  expect(document.querySelector('img[src=x], script')).toBeNull()
  expect(document.title).not.toBe('1')
  const isSame = screen.getByRole('heading', { level: 1 }).textContent === before
  const kept = isSame ? screen.queryByLabelText<HTMLInputElement>(field)?.value : undefined
  expect(kept ?? typed).toBe(typed)
}

for (const place of places) {
  for (const field of Object.keys(place.fields)) {
    describe(`${field} at ${place.path}`, () => {
      it.each(values)('takes %s as it is', async (_, value) => {
        const testPool = await startCognito()
        await testPool.createUser(email, password)
        await openPortal(testPool.config, place.path)
        const before = await findHeading()
        await expectUsable(field, await send(place, field, value), before)
      })
    })
  }
}

for (const step of steps) {
  for (const field of Object.keys(step.fields)) {
    describe(`${field}, after ${step.path}`, () => {
      it.each(values)('takes %s as it is', async (_, value) => {
        const testPool = await startCognito()
        await testPool.createUser(email, password)
        const opened = await openPortal(testPool.config, step.path)
        await step.reach(opened)
        const before = await findHeading()
        await expectUsable(field, await send(step, field, value), before)
      })
    })
  }
}
