import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Navigate, Outlet, Route, Routes, useSearchParams } from 'react-router-dom'
import { accountPaths } from '#account/paths.ts'
import { useForgetPending } from '#account/profile/pendingContact.ts'
import { RecentSignIn } from '#account/reauthentication/RecentSignIn.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { lazyPage } from './lazyPage.ts'
import { WithAccountMessages } from '#i18n/WithAccountMessages.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { FocusHeading } from '#app/layouts/FocusHeading.tsx'
import { AppLayout } from '#app/layouts/AppLayout.tsx'
import { nextPath } from './nextPath.ts'
import { RequireGroup } from '#app/guards/RequireGroup.tsx'

const ProfilePage = lazyPage(() => import('#account/profile/ProfilePage.tsx'), 'ProfilePage')
const PasswordPage = lazyPage(() => import('#account/password/PasswordPage.tsx'), 'PasswordPage')
const SecurityPage = lazyPage(() => import('#account/security/SecurityPage.tsx'), 'SecurityPage')
const DevicesPage = lazyPage(() => import('#account/devices/DevicesPage.tsx'), 'DevicesPage')
const SessionsPage = lazyPage(() => import('#account/sessions/SessionsPage.tsx'), 'SessionsPage')
const IdentitiesPage = lazyPage(
  () => import('#account/identities/IdentitiesPage.tsx'),
  'IdentitiesPage',
)
const AccessPage = lazyPage(() => import('#account/access/AccessPage.tsx'), 'AccessPage')
const DataPage = lazyPage(() => import('#account/data/DataPage.tsx'), 'DataPage')
const AdminPage = lazyPage(() => import('#account/AdminPage.tsx'), 'AdminPage')
const NotFoundPage = lazyPage(() => import('#app/pages/NotFoundPage.tsx'), 'NotFoundPage')

/** Around every page of a signed-in person. What they see is kept for them alone. */
export function AccountArea() {
  return (
    <WithAccountMessages>
      <UserArea key={useSession().userId} />
    </WithAccountMessages>
  )
}

/** To where they wanted to be when they were asked to sign in. */
export function RedirectAfterSignIn() {
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
      <Route path={within(accountPaths.ways)} element={<SecurityPage />} />
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
function UserArea() {
  const [queryClient] = useState(createQueryClient)
  useForgetPending()
  const t = useTranslate()
  const { groups } = useSession()
  const items: { to: string; label: string }[] = [
    { to: accountPaths.profile, label: t('shell.account') },
    { to: accountPaths.ways, label: t('security.title') },
    { to: accountPaths.password, label: t('changePassword.title') },
    { to: accountPaths.devices, label: t('devices.title') },
    { to: accountPaths.sessions, label: t('sessions.title') },
    { to: accountPaths.identities, label: t('identities.title') },
    { to: accountPaths.access, label: t('access.title') },
    { to: accountPaths.data, label: t('data.title') },
  ]
  if (groups.includes('admins')) items.push({ to: paths.admin, label: t('shell.admin') })
  return (
    <QueryClientProvider client={queryClient}>
      <AppLayout items={items}>
        <Suspense>
          <RecentSignIn>
            <Outlet />
          </RecentSignIn>
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
        // The vault has said what it is; only what may pass by itself is worth asking again.
        retry: (failures, error) =>
          failures < 2 && error instanceof AuthError && passing.has(error.code),
      },
    },
  })
}

const passing = new Set(['network', 'timeout', 'serviceUnavailable', 'tooManyRequests'])
