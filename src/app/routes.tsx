/** Routes of the app. The routes of signed-in users are in AccountArea.tsx, outside of the first load. */
import { Suspense, useEffect } from 'react'
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import { challengePaths, paths } from '#paths.ts'
import { SignInPage } from '#sign-in/SignInPage.tsx'
import { whenIdle } from '#whenIdle.ts'
import { repeatEarlyInput } from './earlyInput.ts'
import { FollowChallenge } from './FollowChallenge.tsx'
import { RequireSignedIn } from './guards/RequireSignedIn.tsx'
import { RequireSignedOut } from './guards/RequireSignedOut.tsx'
import { AuthLayout } from './layouts/AuthLayout.tsx'
import { ErrorLayout } from './layouts/ErrorLayout.tsx'
import { FocusHeading } from './layouts/FocusHeading.tsx'
import { lazyPage } from './lazyPage.ts'
import { ErrorBoundary } from './pages/ErrorBoundary.tsx'

// Pages around a sign-in: one chunk, fetched when the sign-in form gets the focus or the browser is idle.
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

// Account layout and first page: one chunk, fetched likewise.
const AccountArea = lazyPage(
  () => import('./AccountArea.tsx'),
  (account) => account.AccountArea,
  ErrorLayout,
)

/**
 * All routes of the app. A page for everyone gets a route here and `lazyPage` above; a page for signed-in users
 * gets an entry in `accountPages` of AccountArea.tsx.
 */
export function AppRoutes() {
  const { key } = useLocation()
  const { restored } = useAuth()
  return (
    <ErrorBoundary resetKeys={[key, restored]}>
      <FollowChallenge />
      <Suspense>
        <Routes>
          <Route path={paths.home} element={<Navigate to={paths.account} replace />} />
          <Route element={<SignedOutArea />}>
            <Route element={<RequireSignedOut />}>
              <Route path={paths.signIn} element={<SignInPage />} />
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
            {/* Not below RequireSignedOut, which knows nothing of the address that the sign-in was for. */}
            <Route path={paths.signInCallback} element={<CallbackPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route element={<RequireSignedIn />}>
            <Route path={`${paths.account}/*`} element={<AccountArea />} />
            <Route path={`${paths.admin}/*`} element={<AccountArea />} />
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}

/** Fetches the pages that follow a sign-in, so that they render as soon as the tokens have arrived. */
function preloadNextPages() {
  ChallengePage.preload()
  AccountArea.preload()
}

/** Fetches the account beside the start of the vault, for a user who seems to be signed in. */
export function preloadAccount(): void {
  AccountArea.preload()
}

function SignedOutArea() {
  useEffect(() => whenIdle(preloadNextPages), [])
  return (
    <AuthLayout onFocus={preloadNextPages}>
      <Suspense>
        <Outlet />
        <FocusHeading />
        <RepeatEarlyInput />
      </Suspense>
    </AuthLayout>
  )
}

/** Must be in the Suspense boundary of the page, so that its effect runs after that of the page's form. */
function RepeatEarlyInput() {
  useEffect(repeatEarlyInput, [])
  return null
}
