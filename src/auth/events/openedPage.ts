import { challengePaths, paths } from '#paths.ts'
import type { Journey, OpenedPage } from './authEvent.ts'

const pages: Record<string, OpenedPage> = {
  // It leads to the account.
  [paths.home]: 'account',
  [paths.signIn]: 'signIn',
  [paths.signUp]: 'signUp',
  [paths.forgotPassword]: 'passwordReset',
  [paths.signInCallback]: 'callback',
  [paths.confirmLink]: 'link',
  [paths.resetLink]: 'link',
  [paths.magicLink]: 'link',
}

/** Names the page at an address. What else is in the address stays out of the events. */
export function openedPage(pathname: string): OpenedPage {
  const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined
  if (page) return page
  if (Object.values(challengePaths).some((path) => path === pathname)) return 'challenge'
  const [, area] = pathname.split('/')
  return [paths.account, paths.admin].some((path) => path === `/${area}`) ? 'account' : 'other'
}

/** Journey of the form that somebody without a session sees on this page; `account` leads to the sign-in. */
export function formOn(page: OpenedPage): Journey | undefined {
  if (page === 'account') return 'signIn'
  return page === 'signIn' || page === 'signUp' || page === 'passwordReset' ? page : undefined
}
