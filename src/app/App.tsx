import { Suspense } from 'react'
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router-dom'
import { paths } from '#paths.ts'
import { SignInPage } from '#sign-in/SignInPage.tsx'
import { AuthLayout } from '#app/layouts/AuthLayout.tsx'
import { ErrorBoundary } from '#app/pages/ErrorBoundary.tsx'
import { FocusHeading } from '#app/layouts/FocusHeading.tsx'
import { FollowChallenge } from './FollowChallenge.tsx'
import { lazyPage } from './lazyPage.ts'
import { AccountRoutes, AdminRoutes, loadSignedIn, AccountArea } from './lateArea.ts'
import { RequireSignedIn } from '#app/guards/RequireSignedIn.tsx'
import { RequireSignedOut } from '#app/guards/RequireSignedOut.tsx'

// Only the sign-in page is in the first load; each of the others comes when it is reached.
const loadSteps = () => import('./Steps.tsx')
const Steps = lazyPage(loadSteps, 'Steps')
const SignUpPage = lazyPage(() => import('#sign-up/SignUpPage.tsx'), 'SignUpPage')
const ForgotPasswordPage = lazyPage(
  () => import('#recovery/ForgotPasswordPage.tsx'),
  'ForgotPasswordPage',
)
const NotFoundPage = lazyPage(() => import('#app/pages/NotFoundPage.tsx'), 'NotFoundPage')

/** Where steps are that no link of the portal leads to. Which is where, a chunk of their own knows. */
const stepRoutes = [
  '/sign-in/*',
  '/sign-up/*',
  '/reset-password',
  '/confirm',
  '/reset',
  '/link',
  '/goodbye',
]

/** Every address and what stands there. */
export function App() {
  const { key } = useLocation()
  return (
    <ErrorBoundary address={key}>
      <FollowChallenge />
      <Suspense>
        <Routes>
          <Route path={paths.home} element={<Navigate to={paths.account} replace />} />
          <Route element={<InDoorway />}>
            <Route element={<RequireSignedOut />}>
              <Route path={paths.signIn} element={<SignInPage />} />
              <Route path={paths.signUp} element={<SignUpPage />} />
              <Route path={paths.forgotPassword} element={<ForgotPasswordPage />} />
              {stepRoutes.map((path) => (
                <Route path={path} element={<Steps />} key={path} />
              ))}
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route element={<RequireSignedIn />}>
            <Route element={<AccountArea />}>
              <Route path={`${paths.account}/*`} element={<AccountRoutes />} />
              <Route path={`${paths.admin}/*`} element={<AdminRoutes />} />
            </Route>
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}

/** Whoever types is about to be asked something, or to be signed in. */
function prefetch() {
  Promise.all([loadSteps(), loadSignedIn()]).catch(() => {
    // Only ahead of time: what is needed is asked for again.
  })
}

function InDoorway() {
  return (
    <AuthLayout onInput={prefetch}>
      <Suspense>
        <Outlet />
        <FocusHeading />
      </Suspense>
    </AuthLayout>
  )
}
