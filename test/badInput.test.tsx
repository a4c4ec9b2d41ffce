import { cleanup, fireEvent, isInaccessible, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { openPortal } from '#test/support/openPortal.tsx'
import { startCognito } from '#test/support/startCognito.ts'

// Hostile and unusual input in every field of the signed-out pages: the page stays intact, the form stays usable,
// nothing is rendered as markup, and the input is kept.

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

interface FormPage {
  path: string
  button: string
  /** Label to a valid value, for the fields that are not under test. */
  fields: Record<string, string>
}

const formPages: FormPage[] = [
  { path: '/sign-in', button: 'Sign in', fields: { 'E-mail address': email, Password: password } },
  {
    path: '/sign-up',
    button: 'Create account',
    fields: { 'E-mail address': 'new@example.com', Password: password },
  },
  { path: '/forgot-password', button: 'Send code', fields: { 'E-mail address': email } },
]

const steps: (FormPage & { reach: (to: Opened) => Promise<void> })[] = [
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

/** Submits the form with this value in one field, and valid values in the others. */
async function send({ fields, button }: FormPage, wrong: string, value: string) {
  for (const [label, right] of Object.entries(fields)) {
    const field = await screen.findByLabelText(label)
    fireEvent.change(field, { target: { value: label === wrong ? value : right } })
  }
  // A field may change its input: one for addresses drops spaces.
  const typed = screen.getByLabelText<HTMLInputElement>(wrong).value
  fireEvent.click(screen.getByRole('button', { name: button }))
  return typed
}

// A selector, because queries by role make jsdom compute the style of every element.
const heading = () => document.querySelector('h1:not([hidden])')?.textContent
const hasAlert = () =>
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
    // An alert, or another page.
    expect(hasAlert() || heading() !== before).toBe(true)
  })
  expect(document.querySelector('img[src=x], script')).toBeNull()
  expect(document.title).not.toBe('1')
  const isSame = screen.getByRole('heading', { level: 1 }).textContent === before
  const kept = isSame ? screen.queryByLabelText<HTMLInputElement>(field)?.value : undefined
  expect(kept ?? typed).toBe(typed)
}

for (const page of formPages) {
  for (const field of Object.keys(page.fields)) {
    describe(`${field} at ${page.path}`, () => {
      it.each(values)('accepts %s as plain text', async (_, value) => {
        const testPool = await startCognito()
        await testPool.createUser(email, password)
        await openPortal(testPool.config, page.path)
        const before = await findHeading()
        await expectUsable(field, await send(page, field, value), before)
      })
    })
  }
}

for (const step of steps) {
  for (const field of Object.keys(step.fields)) {
    describe(`${field}, after ${step.path}`, () => {
      it.each(values)('accepts %s as plain text', async (_, value) => {
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
