import { useLocation } from 'react-router-dom'
import { lazyPage } from './lazyPage.ts'
import { paths } from '#paths.ts'
import { AnswerChallenge } from './AnswerChallenge.tsx'
import { useLinkToken } from './useLinkToken.ts'
import { useMailLink } from './useMailLink.ts'

const CallbackPage = lazyPage(() => import('#sign-in/CallbackPage.tsx'), 'CallbackPage')
const ConfirmLinkPage = lazyPage(() => import('#sign-up/ConfirmLinkPage.tsx'), 'ConfirmLinkPage')
const FollowLinkPage = lazyPage(() => import('#sign-in/FollowLinkPage.tsx'), 'FollowLinkPage')
const AccountDeletedPage = lazyPage(
  () => import('#account/AccountDeletedPage.tsx'),
  'AccountDeletedPage',
)
const ResetLinkPage = lazyPage(() => import('#recovery/ResetLinkPage.tsx'), 'ResetLinkPage')

/** Steps that nothing in the portal links to: challenges, and where the links of mails lead. */
export function Steps() {
  const { pathname } = useLocation()
  const link = useMailLink()
  const token = useLinkToken()
  if (pathname === '/confirm') return <ConfirmLinkPage link={link} />
  if (pathname === '/reset') return <ResetLinkPage link={link} />
  if (pathname === '/sign-in/callback') return <CallbackPage />
  if (pathname === paths.goodbye) return <AccountDeletedPage />
  if (pathname === '/link') return <FollowLinkPage token={token} />
  return <AnswerChallenge />
}
