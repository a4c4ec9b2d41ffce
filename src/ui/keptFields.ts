import { createContext } from 'react'

/** Keeps what was typed into forms when the session ends. */
export interface KeptFields {
  /** Fills in what was kept of this form. @returns a function to call when the form is removed, which keeps it. */
  attach: (form: HTMLFormElement) => () => void
  /** Whether something is kept of a form of this page with one of these fields: it should then be open. */
  has: (fields: readonly string[]) => boolean
}

/** Set for the forms of signed-in users. */
export const KeptFieldsContext = createContext<KeptFields | undefined>(undefined)
