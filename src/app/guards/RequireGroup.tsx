import { Outlet } from 'react-router-dom'
import { useSession } from '#auth/AuthProvider.tsx'
import { ForbiddenPage } from '#app/pages/ForbiddenPage.tsx'

/**
 * Admits members of `group` (`cognito:groups`), tells everyone else what is missing. A courtesy to the
 * person, not a defence: what a group may see must be guarded where it is served.
 */
export function RequireGroup({ group }: { group: string }) {
  const { groups } = useSession()
  return groups.includes(group) ? <Outlet /> : <ForbiddenPage missingGroups={[group]} />
}
