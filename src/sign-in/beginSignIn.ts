import type { Auth } from '#auth/auth.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { Read } from '#ui/useForm.ts'
import { leaveForProvider } from './leaveForProvider.ts'

/** Begins the sign-in that the config wants: at a provider, by the password, or by the name alone. */
export async function beginSignIn(
  auth: Auth,
  { federation, signIn }: PortalConfig,
  { read, search }: { read: Read; search: string },
): Promise<void> {
  const username = read('username').trim()
  const keepSignedIn = read('keepSignedIn') === 'on'
  const provider = read('provider')
  if (await leaveForProvider(auth, { federation, provider, username, keepSignedIn, search })) return
  const custom = signIn.flow === 'CUSTOM_AUTH'
  if (asksPassword(signIn)) {
    await auth.signIn({ username, password: read('password'), keepSignedIn, custom })
    return
  }
  const preferred = custom ? 'CUSTOM_AUTH' : signIn.preferred
  await auth.identify({ username, keepSignedIn, ...(preferred && { preferred }) })
}

const asksPassword = ({ flow, password }: PortalConfig['signIn']) =>
  flow === 'USER_SRP_AUTH' || (flow === 'CUSTOM_AUTH' && password)
