import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Outlet, Route, Routes } from 'react-router-dom'
import { RecentSignIn } from '#account/RecentSignIn.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { late } from '#i18n/late.ts'
import { WithAccountWords } from '#i18n/WithAccountWords.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { FocusHeading } from './FocusHeading.tsx'
import { House } from './House.tsx'
import { RequireGroup } from './RequireGroup.tsx'

const AccountPage = late(() => import('#account/AccountPage.tsx'), 'AccountPage')
const AdminPage = late(() => import('#account/AdminPage.tsx'), 'AdminPage')
const NotFoundPage = late(() => import('./NotFoundPage.tsx'), 'NotFoundPage')

/** Around every page of a signed-in person. What they see is kept for them alone. */
export function SignedInArea() {
  return (
    <WithAccountWords>
      <AreaOf key={useSession().userId} />
    </WithAccountWords>
  )
}

/** Every page of the account. Here, so that the first load need not name them. */
export function AccountRoutes() {
  return (
    <Routes>
      <Route index element={<AccountPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

export function AdminRoutes() {
  return (
    <Routes>
      <Route element={<RequireGroup group="admins" />}>
        <Route index element={<AdminPage />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

/** One cache for one person: it goes when they go, or when another tab brings somebody else. */
function AreaOf() {
  const [queryClient] = useState(createQueryClient)
  const text = useText()
  const { groups } = useSession()
  const items: { to: string; label: string }[] = [
    { to: paths.account, label: text('shell.account') },
  ]
  if (groups.includes('admins')) items.push({ to: paths.admin, label: text('shell.admin') })
  return (
    <QueryClientProvider client={queryClient}>
      <House items={items}>
        <Suspense>
          <RecentSignIn>
            <Outlet />
          </RecentSignIn>
          <FocusHeading />
        </Suspense>
      </House>
    </QueryClientProvider>
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // The vault has said what it is; only what may pass by itself is worth asking again.
        retry: (failures, error) =>
          failures < 2 && error instanceof AuthError && passing.has(error.code),
      },
    },
  })
}

const passing = new Set(['network', 'timeout', 'serviceUnavailable', 'tooManyRequests'])
