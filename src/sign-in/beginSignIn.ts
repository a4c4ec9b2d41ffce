import type { Auth } from '#auth/auth.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { Read } from '#ui/useForm.ts'
import { leaveForProvider } from './leaveForProvider.ts'

type Load = () => Promise<unknown>

const codes: Load[] = [() => import('./TotpCodePage.tsx'), () => import('./SentCodePage.tsx')]

/** What is likely to be asked after the first page. */
const likely: Record<PortalConfig['signIn']['flow'], Load[]> = {
  USER_SRP_AUTH: codes,
  USER_AUTH: [
    ...codes,
    () => import('./ChooseMethodPage.tsx'),
    () => import('./PasswordPage.tsx'),
    () => import('./PasskeyPage.tsx'),
  ],
  CUSTOM_AUTH: [() => import('./CustomPage.tsx')],
}

/** Loads the pages that are likely to come next, so that they are there when they do. */
export async function prefetchSteps({ signIn }: PortalConfig): Promise<void> {
  await Promise.all(likely[signIn.flow].map((load) => load()))
}

/** Begins the sign-in that the config wants: at a provider, by the password, or by the name alone. */
export async function beginSignIn(
  auth: Auth,
  { federation, signIn }: PortalConfig,
  { read, search }: { read: Read; search: string },
): Promise<void> {
  const username = read('username').trim()
  const rememberMe = read('rememberMe') === 'on'
  const provider = read('provider')
  if (await leaveForProvider(auth, { federation, provider, username, rememberMe, search })) return
  const custom = signIn.flow === 'CUSTOM_AUTH'
  if (asksPassword(signIn)) {
    await auth.signIn({ username, password: read('password'), rememberMe, custom })
    return
  }
  const preferred = custom ? 'CUSTOM_AUTH' : signIn.preferred
  await auth.startUserAuth({ username, rememberMe, ...(preferred && { preferred }) })
}

const asksPassword = ({ flow, password }: PortalConfig['signIn']) =>
  flow === 'USER_SRP_AUTH' || (flow === 'CUSTOM_AUTH' && password)
