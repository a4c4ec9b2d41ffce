import { Suspense } from 'react'
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router-dom'
import { paths } from '#paths.ts'
import { SignInPage } from '#sign-in/SignInPage.tsx'
import { Doorway } from './Doorway.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FocusHeading } from './FocusHeading.tsx'
import { FollowChallenge } from './FollowChallenge.tsx'
import { late } from '#late/late.ts'
import { AccountRoutes, AdminRoutes, loadSignedIn, SignedInArea } from './lateArea.ts'
import { RequireSignedIn } from './RequireSignedIn.tsx'
import { SignedOutOnly } from './SignedOutOnly.tsx'

// Only the sign-in page is in the first load; each of the others comes when it is reached.
const loadSteps = () => import('./Steps.tsx')
const Steps = late(loadSteps, 'Steps')
const SignUpPage = late(() => import('#sign-up/SignUpPage.tsx'), 'SignUpPage')
const ForgotPasswordPage = late(
  () => import('#recovery/ForgotPasswordPage.tsx'),
  'ForgotPasswordPage',
)
const NotFoundPage = late(() => import('./NotFoundPage.tsx'), 'NotFoundPage')

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
            <Route element={<SignedOutOnly />}>
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
            <Route element={<SignedInArea />}>
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
    <Doorway onInput={prefetch}>
      <Suspense>
        <Outlet />
        <FocusHeading />
      </Suspense>
    </Doorway>
  )
}
