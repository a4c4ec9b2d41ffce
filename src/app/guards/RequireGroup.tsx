import { Outlet } from 'react-router-dom'
import { useSession } from '#auth/AuthProvider.tsx'
import { ForbiddenPage } from '#app/pages/ForbiddenPage.tsx'

/**
 * Renders its routes for members of `group` (`cognito:groups`), and for others a page that names the group.
 * Must be below `RequireSignedIn`. A convenience, not a defence: the server has to check what a group may see.
 *
 * @param group name of a Cognito group, as in the claim `cognito:groups` of the token
 *
 * @example
 * <Route element={<RequireGroup group="admins" />}>
 *   <Route path="/admin" element={<AdminPage />} />
 * </Route>
 */
export function RequireGroup({ group }: { group: string }) {
  const { groups } = useSession()
  return groups.includes(group) ? <Outlet /> : <ForbiddenPage missingGroups={[group]} />
}
