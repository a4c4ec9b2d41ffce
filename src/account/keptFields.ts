import { use, useState } from 'react'
import type { Auth } from '#auth/auth.ts'
import { useAuth, useSession } from '#auth/AuthProvider.tsx'
import type { SignedOutReason } from '#auth/state.ts'
import { KeptFieldsContext, type KeptFields } from '#ui/keptFields.ts'

type Values = Map<string, string>

/** In the memory of the tab only: by page and fields of the form. */
interface Kept {
  userId: string
  forms: Map<string, Values>
}

const keptBy = new WeakMap<Auth, Kept>()

/** Ends that the user did not ask for. */
const unwantedEnds: ReadonlySet<SignedOutReason | undefined> = new Set([
  'sessionExpired',
  'idle',
  'sessionLimit',
  'revoked',
])

/**
 * Returns what was typed when the last session of this tab ended, if it was of the same user; forgets it if not.
 * Passwords and codes are never kept.
 */
export function useKeptFields(): KeptFields {
  const auth = useAuth()
  const { userId } = useSession()
  const [kept] = useState(() => createKeptFields(auth, userId))
  return kept
}

/** Whether a form with one of these fields should be open, because what was typed into it was kept. */
export function useIsKept(fields: readonly string[]): boolean {
  return use(KeptFieldsContext)?.has(fields) ?? false
}

function createKeptFields(auth: Auth, userId: string): KeptFields {
  let kept = keptBy.get(auth)
  if (kept?.userId !== userId) {
    kept = { userId, forms: new Map() }
    keptBy.set(auth, kept)
  }
  const { forms } = kept
  /** The values before anything was typed or filled in. */
  const initialValues = new WeakMap<HTMLFormElement, Values>()

  return {
    attach(form) {
      const key = keyOf(controlsOf(form).map(({ id }) => id))
      const initial = initialValues.get(form) ?? readValues(form)
      initialValues.set(form, initial)
      fillIn(form, forms.get(key))
      forms.delete(key)
      return () => {
        const state = auth.getState()
        if (state.status !== 'signedOut' || !unwantedEnds.has(state.reason)) return
        const typed = [...readValues(form)].filter(([name, value]) => value !== initial.get(name))
        if (typed.length > 0) forms.set(key, new Map(typed))
      }
    },
    has(fields) {
      const page = keyOf([])
      return [...forms].some(
        ([key, values]) => key.startsWith(page) && fields.some((field) => values.has(field)),
      )
    },
  }
}

const keyOf = (fields: string[]) => `${window.location.pathname} ${fields.join(' ')}`

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The fields that may be kept. Their id is their name in the form. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.id !== '' &&
      !isSecret(element),
  )
}

/** A password that is shown is of type `text`. */
const isSecret = (control: Control) =>
  control.type === 'password' ||
  control.type === 'hidden' ||
  /password|one-time-code|username/.test(control.autocomplete)

const isCheckbox = (control: Control): control is HTMLInputElement => control.type === 'checkbox'

function readValues(form: HTMLFormElement): Values {
  const data = new FormData(form)
  return new Map(
    controlsOf(form).map((control) => {
      const value = data.get(control.id)
      const text = typeof value === 'string' ? value : ''
      return [control.id, isCheckbox(control) ? String(control.checked) : text]
    }),
  )
}

/** Fills fields in as the user does, so that React hears of it. */
function fillIn(form: HTMLFormElement, values: Values = new Map()): void {
  for (const control of controlsOf(form)) {
    const value = values.get(control.id)
    if (value === undefined) continue
    if (isCheckbox(control)) {
      if (String(control.checked) !== value) control.click()
      continue
    }
    // React overrides the property of the element itself, and would take the event for its own.
    Reflect.set(Object.getPrototypeOf(control), 'value', value, control)
    const type = control instanceof HTMLSelectElement ? 'change' : 'input'
    control.dispatchEvent(new Event(type, { bubbles: true }))
  }
}
