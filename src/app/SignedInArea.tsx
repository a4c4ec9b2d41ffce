import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Outlet } from 'react-router-dom'
import { RecentSignIn } from '#account/RecentSignIn.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { FocusHeading } from './FocusHeading.tsx'
import { House } from './House.tsx'

/** Around every page of a signed-in person. What they see is kept for them alone. */
export function SignedInArea() {
  return <AreaOf key={useSession().userId} />
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
