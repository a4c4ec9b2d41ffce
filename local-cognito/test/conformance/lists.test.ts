import {
  GroupExistsException,
  InvalidParameterException,
  ResourceNotFoundException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

test('groups: create, join, list, leave', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const joan = await server.createUser(UserPoolId, 'joan')
  const made = await sdk.createGroup({
    UserPoolId,
    GroupName: 'admins',
    Description: 'May do everything',
    Precedence: 1,
  })
  expect(made.Group).toMatchObject({ GroupName: 'admins', UserPoolId, Precedence: 1 })
  await expect(sdk.createGroup({ UserPoolId, GroupName: 'admins' })).rejects.toThrow(
    GroupExistsException,
  )

  await sdk.adminAddUserToGroup({ ...joan, GroupName: 'admins' })
  await sdk.adminAddUserToGroup({ ...joan, GroupName: 'admins' })
  const listed = await sdk.adminListGroupsForUser(joan)
  expect(listed.Groups?.map(({ GroupName }) => GroupName)).toEqual(['admins'])
  await expect(sdk.adminListGroupsForUser({ ...joan, Limit: 0 })).rejects.toThrow(
    InvalidParameterException,
  )

  const unknown = sdk.adminAddUserToGroup({ ...joan, GroupName: 'none' })
  await expect(unknown).rejects.toThrow(ResourceNotFoundException)
  const unknownUser = sdk.adminAddUserToGroup({
    UserPoolId,
    Username: 'no-user',
    GroupName: 'none',
  })
  await expect(unknownUser).rejects.toThrow(UserNotFoundException)

  await sdk.adminRemoveUserFromGroup({ ...joan, GroupName: 'admins' })
  await sdk.adminRemoveUserFromGroup({ ...joan, GroupName: 'admins' })
  await sdk.adminRemoveUserFromGroup({ ...joan, GroupName: 'none' })
  expect((await sdk.adminListGroupsForUser(joan)).Groups).toEqual([])

  await sdk.adminAddUserToGroup({ ...joan, GroupName: 'admins' })
  await sdk.adminDeleteUser(joan)
  await server.createUser(UserPoolId, 'joan')
  expect((await sdk.adminListGroupsForUser(joan)).Groups).toEqual([])
})

test('filters heed case for usernames and for whether a user is enabled, and for nothing else', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  await server.createUser(UserPoolId, 'Ada')
  const found = async (Filter: string) =>
    (await sdk.listUsers({ UserPoolId, Filter })).Users?.length
  expect(await found('username = "Ada"')).toBe(1)
  expect(await found('username = "ada"')).toBe(0)
  expect(await found('username ^= "a"')).toBe(0)
  expect(await found('status = "Enabled"')).toBe(1)
  expect(await found('status = "enabled"')).toBe(0)
  expect(await found('cognito:user_status = "confirmed"')).toBe(1)
  expect(await found('email = "ADA@example.com"')).toBe(1)
})

test('lists users in pages, and filters them', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  for (const name of ['ada', 'alan', 'grace', 'hedy', 'joan'])
    await sdk.adminCreateUser({
      UserPoolId,
      Username: name,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: `${name}@example.com` },
        { Name: 'given_name', Value: `"${name}"` },
      ],
    })
  await sdk.adminDisableUser({ UserPoolId, Username: 'alan' })

  const seen: (string | undefined)[] = []
  let PaginationToken: string | undefined
  do {
    const answer = await sdk.listUsers({ UserPoolId, Limit: 2, PaginationToken })
    seen.push(...(answer.Users ?? []).map(({ Username }) => Username))
    PaginationToken = answer.PaginationToken
  } while (PaginationToken)
  expect(seen).toEqual(['ada', 'alan', 'grace', 'hedy', 'joan'])

  const found = async (Filter: string) => {
    const { Users = [] } = await sdk.listUsers({ UserPoolId, Filter })
    return Users.map(({ Username }) => Username)
  }
  expect(await found('username ^= "a"')).toEqual(['ada', 'alan'])
  expect(await found('email = "grace@example.com"')).toEqual(['grace'])
  expect(await found('given_name = "\\"hedy\\""')).toEqual(['hedy'])
  expect(await found('status = "Disabled"')).toEqual(['alan'])
  expect(await found('cognito:user_status = "CONFIRMED"')).toEqual([])
  await expect(found('email like "a"')).rejects.toThrow('Error while parsing filter')
  await expect(found('custom:team = "a"')).rejects.toThrow('Invalid search attribute: custom:team')

  const { Users = [] } = await sdk.listUsers({ UserPoolId, Limit: 1, AttributesToGet: ['email'] })
  expect(Users[0]?.Attributes).toEqual([{ Name: 'email', Value: 'ada@example.com' }])
  await expect(sdk.listUsers({ UserPoolId, AttributesToGet: ['none'] })).rejects.toThrow(
    'One or more requested attributes do not exist.',
  )
  await expect(sdk.listUsers({ UserPoolId, PaginationToken: 'made-up' })).rejects.toThrow(
    InvalidParameterException,
  )
  await expect(sdk.listUsers({ UserPoolId, Limit: 61 })).rejects.toThrow(
    "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 60",
  )
})
