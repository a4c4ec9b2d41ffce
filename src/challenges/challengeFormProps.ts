import type { ComponentType, ReactNode } from 'react'

/** What surrounds the form of a challenge: a page of the sign-in, or the re-authentication dialog. */
export interface FrameProps {
  title: string
  /** Says what is asked for. */
  lead?: string | undefined
  /** True while the form shows a problem, for the document's title. */
  failed: boolean
  /** Asks for another method; left out where there is none. */
  tryAnotherMethod?: (() => Promise<void>) | undefined
  children: ReactNode
}

/** What every challenge form takes. `Frame` must be a component that is not made anew by each render. */
export interface ChallengeFormProps {
  Frame: ComponentType<FrameProps>
  tryAnotherMethod?: (() => Promise<void>) | undefined
}
