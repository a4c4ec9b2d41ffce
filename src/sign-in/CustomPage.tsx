import type { ChallengeOf } from '#auth/state.ts'
import { customScreens } from './customScreens.ts'
import { CustomTextPage } from './CustomTextPage.tsx'

/** CUSTOM_CHALLENGE: the screen that is registered for it, or a plain field. */
export function CustomPage({ challenge }: { challenge: ChallengeOf<'custom'> }) {
  const found = customScreens.find(({ fits }) => fits(challenge.parameters))
  const Screen = found?.Screen ?? CustomTextPage
  // Another question is another page, though its address is the same.
  return <Screen challenge={challenge} key={JSON.stringify(challenge.parameters)} />
}
