import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useState, type ComponentType } from 'react'
import { Outlet, Route, Routes, useLocation } from 'react-router-dom'
import { ProfilePage } from '#account/profile/ProfilePage.tsx'
import { useForgetPendingContacts } from '#account/profile/usePendingContact.ts'
import { ReauthenticationProvider } from '#account/reauthentication/ReauthenticationProvider.tsx'
import { useKeptFields } from '#account/keptFields.ts'
import { watchSession } from '#account/session-end/watchSession.ts'
import { attributesByName, attributesQuery } from '#account/attributesQuery.ts'
import { createQueryClient } from '#account/queryClient.ts'
import { useAuth, useAuthState, useSession } from '#auth/AuthProvider.tsx'
import type { AuthState } from '#auth/state.ts'
import { accountMessages } from '#i18n/en/account.ts'
import { stepMessages } from '#i18n/en/steps.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import type { MessageKey, MessageValues } from '#i18n/messageTypes.ts'
import { extendEnglish } from '#i18n/translate.ts'
import { accountPaths, paths } from '#paths.ts'
import { KeptFieldsContext } from '#ui/keptFields.ts'
import { whenIdle } from '#whenIdle.ts'
import { RequireGroup } from './guards/RequireGroup.tsx'
import { AppLayout } from './layouts/AppLayout.tsx'
import { FocusHeading } from './layouts/FocusHeading.tsx'
import { idlePart } from './idlePart.ts'
import { lazyPage, type LazyPage } from './lazyPage.ts'
import { NotFoundPage } from './pages/NotFoundPage.tsx'

extendEnglish(stepMessages)
extendEnglish(accountMessages)

/** Makes a page in a chunk of its own, which the English of these pages is loaded beside. */
function furtherPage<Module>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) {
  return lazyPage(async () => {
    const english = import('#i18n/en/furtherPages.ts')
    const [module, { furtherPageMessages }] = await Promise.all([load(), english])
    extendEnglish(furtherPageMessages)
    return module
  }, pick)
}

const SecurityPage = furtherPage(
  () => import('#account/security/SecurityPage.tsx'),
  (page) => page.SecurityPage,
)
const PasswordPage = furtherPage(
  () => import('#account/password/PasswordPage.tsx'),
  (page) => page.PasswordPage,
)
const DevicesPage = furtherPage(
  () => import('#account/devices/DevicesPage.tsx'),
  (page) => page.DevicesPage,
)
const SessionsPage = furtherPage(
  () => import('#account/sessions/SessionsPage.tsx'),
  (page) => page.SessionsPage,
)
const IdentitiesPage = furtherPage(
  () => import('#account/identities/IdentitiesPage.tsx'),
  (page) => page.IdentitiesPage,
)
const AccessPage = furtherPage(
  () => import('#account/access/AccessPage.tsx'),
  (page) => page.AccessPage,
)
const DataPage = furtherPage(
  () => import('#account/data/DataPage.tsx'),
  (page) => page.DataPage,
)
const AdminPage = furtherPage(
  () => import('#admin/AdminPage.tsx'),
  (page) => page.AdminPage,
)

const SessionNotices = idlePart(() =>
  import('#account/session-end/SessionNotices.tsx').then((module) => module.SessionNotices),
)

/** A page of signed-in users, and its entry in the menu. */
interface AccountPageEntry {
  path: string
  label: MenuLabel
  Page: ComponentType | LazyPage<object>
  /** Shown only to members of this group (`cognito:groups`). */
  group?: string
}

/** Messages without placeholders. */
type MenuLabel = {
  [Key in MessageKey]: MessageValues<Key> extends [] ? Key : never
}[MessageKey]

/** Every page of signed-in users, in the order of the menu. To add one, see README.md. */
const accountPages: readonly AccountPageEntry[] = [
  { path: accountPaths.profile, label: 'shell.account', Page: ProfilePage },
  { path: accountPaths.security, label: 'security.title', Page: SecurityPage },
  { path: accountPaths.password, label: 'changePassword.title', Page: PasswordPage },
  { path: accountPaths.devices, label: 'devices.title', Page: DevicesPage },
  { path: accountPaths.sessions, label: 'sessions.title', Page: SessionsPage },
  { path: accountPaths.identities, label: 'identities.title', Page: IdentitiesPage },
  { path: accountPaths.access, label: 'access.title', Page: AccessPage },
  { path: accountPaths.data, label: 'data.title', Page: DataPage },
  { path: paths.admin, label: 'shell.admin', Page: AdminPage, group: 'admins' },
]

/** Layout and routes of signed-in users. The key gives each user a separate query cache and state. */
export function AccountArea() {
  return <UserArea key={useSession().userId} />
}

function UserArea() {
  const auth = useAuth()
  const state = useAuthState()
  const [queryClient] = useState(() => createUserCache(state))
  const keptFields = useKeptFields()
  useForgetPendingContacts()
  useEffect(() => watchSession(auth), [auth])
  useEffect(() => whenIdle(preloadPages), [])
  useEffect(() => {
    // Those that could not be fetched before.
    window.addEventListener('online', preloadPages)
    return () => window.removeEventListener('online', preloadPages)
  }, [])
  const t = useTranslate()
  const { groups } = useSession()
  const items = accountPages
    .filter(({ group }) => group === undefined || groups.includes(group))
    .map(({ path, label, Page }) => ({
      to: path,
      label: t(label),
      preload: 'preload' in Page ? Page.preload : undefined,
    }))
  return (
    <QueryClientProvider client={queryClient}>
      <AppLayout items={items}>
        <SessionNotices />
        <Suspense>
          <KeptFieldsContext value={keptFields}>
            <ReauthenticationProvider>
              <AccountRoutes />
            </ReauthenticationProvider>
          </KeptFieldsContext>
          <FocusHeading />
        </Suspense>
      </AppLayout>
    </QueryClientProvider>
  )
}

function AccountRoutes() {
  // Nested routes are relative to their parent route: /account/* or /admin/* in routes.tsx.
  const base = `/${useLocation().pathname.split('/')[1]}`
  return (
    <Routes>
      {accountPages
        .filter(({ path }) => path === base || path.startsWith(`${base}/`))
        .map(({ path, Page, group }) => (
          <Route
            element={group === undefined ? <Outlet /> : <RequireGroup group={group} />}
            key={path}
          >
            <Route path={path.slice(base.length)} element={<Page />} />
          </Route>
        ))}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

/** Fetches the pages that the user may open next. */
function preloadPages(): void {
  for (const { Page } of accountPages) if ('preload' in Page) Page.preload()
}

/** Creates the cache of a user, with the attributes that came with the session; those from before a reload are stale. */
function createUserCache(state: AuthState): QueryClient {
  const client = createQueryClient()
  if (state.status !== 'signedIn') return client
  const { queryKey } = attributesQuery(state.session)
  const { keptAttributes, userAttributes } = state
  if (keptAttributes)
    client.setQueryData(queryKey, attributesByName(keptAttributes), { updatedAt: 0 })
  if (userAttributes) client.setQueryData(queryKey, attributesByName(userAttributes))
  return client
}
