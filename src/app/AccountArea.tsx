import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Outlet } from 'react-router-dom'
import { useForgetPending } from '#account/profile/pendingContact.ts'
import { ReauthenticationProvider } from '#account/reauthentication/ReauthenticationProvider.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { accountMessages } from '#i18n/en/account.ts'
import { stepMessages } from '#i18n/en/steps.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import type { MessageKey, MessageValues } from '#i18n/messageTypes.ts'
import { extendEnglish } from '#i18n/translate.ts'
import { AppLayout } from './layouts/AppLayout.tsx'
import { FocusHeading } from './layouts/FocusHeading.tsx'
import type { LazyPage } from './lazyPage.ts'

export { ProfilePage } from '#account/profile/ProfilePage.tsx'
export { RequireGroup } from './guards/RequireGroup.tsx'

extendEnglish(stepMessages)
extendEnglish(accountMessages)

/** A page of signed-in users, as it is listed in `routes.tsx`. */
export interface MenuItem {
  path: string
  label: MenuLabel
  Page: LazyPage<object>
  /** Only for members of this group. */
  group?: string
}

/** Messages without placeholders. */
type MenuLabel = {
  [Key in MessageKey]: MessageValues<Key> extends [] ? Key : never
}[MessageKey]

/** Frame around every page of a signed-in user. */
export function AccountArea({ menu }: { menu: readonly MenuItem[] }) {
  // The key gives each user a cache and a state of their own.
  return <UserArea menu={menu} key={useSession().userId} />
}

function UserArea({ menu }: { menu: readonly MenuItem[] }) {
  const [queryClient] = useState(createQueryClient)
  useForgetPending()
  const t = useTranslate()
  const { groups } = useSession()
  const items = menu
    .filter(({ group }) => group === undefined || groups.includes(group))
    .map(({ path, label, Page }) => ({
      to: path,
      label: t(label),
      preload() {
        Page.preload().catch(() => {
          // Tried again, and reported, when the page is rendered.
        })
      },
    }))
  return (
    <QueryClientProvider client={queryClient}>
      <AppLayout items={items}>
        <Suspense>
          <ReauthenticationProvider>
            <Outlet />
          </ReauthenticationProvider>
          <FocusHeading />
        </Suspense>
      </AppLayout>
    </QueryClientProvider>
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Other errors come from Cognito and would come again.
        retry: (failures, error) =>
          failures < 2 && error instanceof AuthError && transientCodes.has(error.code),
      },
    },
  })
}

const transientCodes = new Set(['network', 'timeout', 'serviceUnavailable', 'tooManyRequests'])
