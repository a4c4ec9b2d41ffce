import type { Session } from '#auth/state.ts'

interface Changes {
  update: Record<string, string>
  remove: string[]
}

/** Sends what has changed, and nothing where nothing has. Rejects with an `AuthError`. */
export async function updateAttributes(
  session: Session,
  { update, remove }: Changes,
): Promise<void> {
  const UserAttributes = Object.entries(update).map(([Name, Value]) => ({ Name, Value }))
  if (UserAttributes.length > 0)
    await session.callCognito('UpdateUserAttributes', { UserAttributes })
  if (remove.length > 0) {
    await session.callCognito('DeleteUserAttributes', { UserAttributeNames: remove })
  }
}
