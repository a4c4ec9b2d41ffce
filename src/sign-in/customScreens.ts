import type { ComponentType } from 'react'
import type { ChallengeOf } from '#auth/state.ts'
import { MagicLinkPage } from './MagicLinkPage.tsx'

interface CustomScreen {
  /** Is this screen for a challenge with these public parameters? The first that says so is shown. */
  fits: (parameters: Record<string, string>) => boolean
  Screen: ComponentType<{ challenge: ChallengeOf<'custom'> }>
}

/**
 * Screens for what a pool's CreateAuthChallenge function poses, by its public parameters. Add yours here:
 * it shows `challenge.parameters` and calls `challenge.answer({ answer })`. What fits none gets a field.
 */
export const customScreens: readonly CustomScreen[] = [
  { fits: ({ challenge }) => challenge === 'MAGIC_LINK', Screen: MagicLinkPage },
]
