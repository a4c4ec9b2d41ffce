import type { ComponentType, ReactNode } from 'react'

/** Props of the component around a challenge form: a sign-in page, or the re-authentication dialog. */
export interface FrameProps {
  title: string
  /** Introduction below the title. */
  lead?: string | undefined
  /** True while the form shows a problem, for the document's title. */
  failed: boolean
  /** Starts the choice of another method; undefined if there is none. */
  tryAnotherMethod?: (() => Promise<void>) | undefined
  children: ReactNode
}

/** Props of every challenge form. `Frame` must be the same component in each render, or the form would be reset. */
export interface ChallengeFormProps {
  Frame: ComponentType<FrameProps>
  tryAnotherMethod?: (() => Promise<void>) | undefined
}
