import {
  InvalidParameterException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

async function openGroups() {
  const server = await openServer()
  const UserPoolId = await server.createPool()
  const create = (GroupName: string) =>
    server.sdk.createGroup({ UserPoolId, GroupName, Description: 'Before', Precedence: 5 })
  return { ...server, UserPoolId, create }
}

test('groups are listed in pages, read and updated', async () => {
  await using groups = await openGroups()
  const { sdk, UserPoolId } = groups
  for (const name of ['readers', 'admins', 'writers']) await groups.create(name)
  await sdk.createGroup({ UserPoolId: await groups.createPool(), GroupName: 'others' })
  const first = await sdk.listGroups({ UserPoolId, Limit: 2 })
  const second = await sdk.listGroups({ UserPoolId, NextToken: first.NextToken })
  expect(second.NextToken).toBeUndefined()
  const listed = [first, second].flatMap(({ Groups = [] }) => Groups)
  expect(listed.map(({ GroupName }) => GroupName)).toEqual(['admins', 'readers', 'writers'])
  await expect(sdk.listGroups({ UserPoolId, Limit: 0 })).rejects.toThrow(InvalidParameterException)

  const admins = { UserPoolId, GroupName: 'admins' }
  const updated = await sdk.updateGroup({ ...admins, Precedence: 0 })
  expect(updated.Group).toMatchObject({ ...admins, Description: 'Before', Precedence: 0 })
  expect((await sdk.getGroup(admins)).Group).toEqual(updated.Group)
})

test('a deleted group leaves its members, and their tokens', async () => {
  await using groups = await openGroups()
  const { sdk, UserPoolId } = groups
  const GroupName = 'admins'
  await groups.create(GroupName)
  await groups.create('readers')
  for (const name of ['ada', 'alan', 'grace']) {
    const user = await groups.createUser(UserPoolId, name)
    await sdk.adminAddUserToGroup({ ...user, GroupName })
    await sdk.adminAddUserToGroup({ ...user, GroupName: 'readers' })
  }
  await groups.createUser(UserPoolId, 'hedy')
  const first = await sdk.listUsersInGroup({ UserPoolId, GroupName, Limit: 2 })
  const second = await sdk.listUsersInGroup({ UserPoolId, GroupName, NextToken: first.NextToken })
  const members = [first, second].flatMap(({ Users = [] }) => Users)
  expect(members.map(({ Username }) => Username)).toEqual(['ada', 'alan', 'grace'])
  expect(members[0]?.Attributes).toContainEqual({ Name: 'email', Value: 'ada@example.com' })

  await sdk.deleteGroup({ UserPoolId, GroupName })
  const { Groups = [] } = await sdk.adminListGroupsForUser({ UserPoolId, Username: 'ada' })
  expect(Groups.map((group) => group.GroupName)).toEqual(['readers'])
  for (const refused of [
    sdk.getGroup({ UserPoolId, GroupName }),
    sdk.updateGroup({ UserPoolId, GroupName }),
    sdk.deleteGroup({ UserPoolId, GroupName }),
    sdk.listUsersInGroup({ UserPoolId, GroupName }),
  ]) {
    await expect(refused).rejects.toThrow(ResourceNotFoundException)
    await expect(refused).rejects.toThrow('Group not found.')
  }
  // A new group of that name has no members.
  await groups.create(GroupName)
  expect((await sdk.listUsersInGroup({ UserPoolId, GroupName })).Users).toEqual([])
})
