import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Navigate, Outlet, Route, Routes, useSearchParams } from 'react-router-dom'
import { accountPaths } from '#account/paths.ts'
import { useForgetPending } from '#account/profile/pendingContact.ts'
import { RecentSignIn } from '#account/recent/RecentSignIn.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { late } from '#late/late.ts'
import { WithAccountWords } from '#i18n/WithAccountWords.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { FocusHeading } from './FocusHeading.tsx'
import { House } from './House.tsx'
import { nextPath } from './nextPath.ts'
import { RequireGroup } from './RequireGroup.tsx'

const ProfilePage = late(() => import('#account/profile/ProfilePage.tsx'), 'ProfilePage')
const PasswordPage = late(() => import('#account/password/PasswordPage.tsx'), 'PasswordPage')
const WaysPage = late(() => import('#account/ways/WaysPage.tsx'), 'WaysPage')
const DevicesPage = late(() => import('#account/devices/DevicesPage.tsx'), 'DevicesPage')
const SessionsPage = late(() => import('#account/sessions/SessionsPage.tsx'), 'SessionsPage')
const IdentitiesPage = late(
  () => import('#account/identities/IdentitiesPage.tsx'),
  'IdentitiesPage',
)
const AccessPage = late(() => import('#account/access/AccessPage.tsx'), 'AccessPage')
const DataPage = late(() => import('#account/data/DataPage.tsx'), 'DataPage')
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

/** To where they wanted to be when they were asked to sign in. */
export function GoOn() {
  const [search] = useSearchParams()
  return <Navigate to={nextPath(search.get('next'))} replace />
}

const within = (path: string) => path.slice(paths.account.length + 1)

/** Every page of the account. Here, so that the first load need not name them. */
export function AccountRoutes() {
  return (
    <Routes>
      <Route index element={<ProfilePage />} />
      <Route path={within(accountPaths.password)} element={<PasswordPage />} />
      <Route path={within(accountPaths.ways)} element={<WaysPage />} />
      <Route path={within(accountPaths.devices)} element={<DevicesPage />} />
      <Route path={within(accountPaths.sessions)} element={<SessionsPage />} />
      <Route path={within(accountPaths.identities)} element={<IdentitiesPage />} />
      <Route path={within(accountPaths.access)} element={<AccessPage />} />
      <Route path={within(accountPaths.data)} element={<DataPage />} />
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
  useForgetPending()
  const text = useText()
  const { groups } = useSession()
  const items: { to: string; label: string }[] = [
    { to: accountPaths.profile, label: text('shell.account') },
    { to: accountPaths.ways, label: text('ways.title') },
    { to: accountPaths.password, label: text('changePassword.title') },
    { to: accountPaths.devices, label: text('devices.title') },
    { to: accountPaths.sessions, label: text('sessions.title') },
    { to: accountPaths.identities, label: text('identities.title') },
    { to: accountPaths.access, label: text('access.title') },
    { to: accountPaths.data, label: text('data.title') },
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
