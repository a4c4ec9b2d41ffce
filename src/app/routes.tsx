/** Every route of the app. To add a page, see CONTRIBUTING.md. */
import { Suspense } from 'react'
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router-dom'
import { accountPaths, challengePaths, paths } from '#paths.ts'
import { SignInPage } from '#sign-in/SignInPage.tsx'
import type { MenuItem } from './AccountArea.tsx'
import { FollowChallenge } from './FollowChallenge.tsx'
import { RequireSignedIn } from './guards/RequireSignedIn.tsx'
import { RequireSignedOut } from './guards/RequireSignedOut.tsx'
import { AuthLayout } from './layouts/AuthLayout.tsx'
import { FocusHeading } from './layouts/FocusHeading.tsx'
import { lazyPage } from './lazyPage.ts'
import { ErrorBoundary } from './pages/ErrorBoundary.tsx'

// The steps: one chunk, fetched when the sign-in form gets the focus.
const loadSteps = () => import('./stepPages.tsx')
const ChallengePage = lazyPage(loadSteps, (steps) => steps.ChallengePage)
const SignUpPage = lazyPage(loadSteps, (steps) => steps.SignUpPage)
const ForgotPasswordPage = lazyPage(loadSteps, (steps) => steps.ForgotPasswordPage)
const ConfirmLink = lazyPage(loadSteps, (steps) => steps.ConfirmLink)
const ResetLink = lazyPage(loadSteps, (steps) => steps.ResetLink)
const MagicLink = lazyPage(loadSteps, (steps) => steps.MagicLink)
const CallbackPage = lazyPage(loadSteps, (steps) => steps.CallbackPage)
const AccountDeletedPage = lazyPage(loadSteps, (steps) => steps.AccountDeletedPage)
const NotFoundPage = lazyPage(loadSteps, (steps) => steps.NotFoundPage)

// The account: one chunk for its frame and its first page, fetched while the password is typed.
const loadAccount = () => import('./AccountArea.tsx')
const AccountArea = lazyPage(loadAccount, (account) => account.AccountArea)
const RequireGroup = lazyPage(loadAccount, (account) => account.RequireGroup)
const ProfilePage = lazyPage(loadAccount, (account) => account.ProfilePage)

// Each further page is a chunk of its own.
const SecurityPage = lazyPage(
  () => import('#account/security/SecurityPage.tsx'),
  (page) => page.SecurityPage,
)
const PasswordPage = lazyPage(
  () => import('#account/password/PasswordPage.tsx'),
  (page) => page.PasswordPage,
)
const DevicesPage = lazyPage(
  () => import('#account/devices/DevicesPage.tsx'),
  (page) => page.DevicesPage,
)
const SessionsPage = lazyPage(
  () => import('#account/sessions/SessionsPage.tsx'),
  (page) => page.SessionsPage,
)
const IdentitiesPage = lazyPage(
  () => import('#account/identities/IdentitiesPage.tsx'),
  (page) => page.IdentitiesPage,
)
const AccessPage = lazyPage(
  () => import('#account/access/AccessPage.tsx'),
  (page) => page.AccessPage,
)
const DataPage = lazyPage(
  () => import('#account/data/DataPage.tsx'),
  (page) => page.DataPage,
)
const AdminPage = lazyPage(
  () => import('#admin/AdminPage.tsx'),
  (page) => page.AdminPage,
)

/** Pages of signed-in users, in the order of the menu. With `group`, for its members only. */
const signedInPages: readonly MenuItem[] = [
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

export function AppRoutes() {
  const { key } = useLocation()
  return (
    <ErrorBoundary address={key}>
      <FollowChallenge />
      <Suspense>
        <Routes>
          <Route path={paths.home} element={<Navigate to={paths.account} replace />} />
          <Route element={<SignedOutFrame />}>
            <Route element={<RequireSignedOut />}>
              <Route path={paths.signIn} element={<SignInPage />} />
              <Route path={paths.signInCallback} element={<CallbackPage />} />
              <Route path={paths.signUp} element={<SignUpPage />} />
              <Route path={paths.forgotPassword} element={<ForgotPasswordPage />} />
              <Route path={paths.confirmLink} element={<ConfirmLink />} />
              <Route path={paths.resetLink} element={<ResetLink />} />
              <Route path={paths.magicLink} element={<MagicLink />} />
              <Route path={paths.accountDeleted} element={<AccountDeletedPage />} />
              {Object.values(challengePaths).map((path) => (
                <Route path={path} element={<ChallengePage />} key={path} />
              ))}
              <Route path={`${paths.signIn}/*`} element={<ChallengePage />} />
              <Route path={`${paths.signUp}/*`} element={<ChallengePage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route element={<RequireSignedIn />}>
            <Route element={<AccountArea menu={signedInPages} />}>
              {signedInPages.map(({ path, Page, group }) => (
                <Route element={group && <RequireGroup group={group} />} key={path}>
                  <Route path={path} element={<Page />} />
                </Route>
              ))}
              <Route path={`${paths.account}/*`} element={<NotFoundPage />} />
              <Route path={`${paths.admin}/*`} element={<NotFoundPage />} />
            </Route>
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}

/** Fetches what probably comes next, so that no page has to wait for code after the tokens have come. */
function preload() {
  Promise.all([ChallengePage.preload(), AccountArea.preload()]).catch(() => {
    // Tried again, and reported, when the page is rendered.
  })
}

function SignedOutFrame() {
  return (
    <AuthLayout onFocus={preload}>
      <Suspense>
        <Outlet />
        <FocusHeading />
      </Suspense>
    </AuthLayout>
  )
}
