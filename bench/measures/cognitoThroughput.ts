import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  account,
  type BenchPool,
  type CognitoProcess,
  createPool,
  createUser,
  setPassword,
  startCognito,
  textAt,
} from '#bench/startCognito.ts'
import { answerChallenge, srpA, type SrpUser } from './srpClient.ts'

const measuredMs = 5000

/** Users who sign in; the others are only in the state, as invited. */
const active = 50

/** Requests at a time: enough for the server never to wait. */
const signInsAtOnce = 4
const usersAtOnce = 64

/** The users are given up after this time. */
const creationLimitMs = 180_000

export interface Throughput {
  users: number
  /** SRP sign-ins a second; NaN if the users could not be created in three minutes. */
  perSecond: number
  /** Milliseconds to create one user (AdminCreateUser). */
  creation: number
  /** Part of one core that the client used, its arithmetic included: below 1, the server was the limit. */
  clientShare: number
}

/**
 * Measures SRP sign-ins a second (InitiateAuth and PASSWORD_VERIFIER) at a local Cognito with this many users, its
 * state on disk as with `npm run dev`. The server has one core, where `taskset` is there to say so, and the client is
 * another process. Users are created over the API, before the clock starts.
 */
export async function cognitoThroughput(users: number): Promise<Throughput> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'))
  try {
    await using cognito = await startCognito(join(folder, 'state.json'), oneCore())
    const pool = await createPool(cognito)
    const names = [...Array(users).keys()].map((index) => `user-${index}@example.com`)
    const known = names.slice(0, active).map((name) => ({ name, password: account.password }))
    const creationStart = performance.now()
    let created = 0
    await inParallel(usersAtOnce, names, async (name) => {
      if (performance.now() - creationStart > creationLimitMs) return
      await createUser(cognito.call, pool.userPoolId, name)
      created += 1
    })
    const creation = (performance.now() - creationStart) / created
    if (created < users) return { users, perSecond: Number.NaN, creation, clientShare: 0 }
    for (const { name } of known) await setPassword(cognito.call, pool.userPoolId, name)
    // Also a warm-up.
    await inParallel(signInsAtOnce, known, async (user) => signIn(cognito, pool, user))

    const [start, cpu] = [performance.now(), process.cpuUsage()]
    let done = 0
    const client = async (first: number) => {
      for (let turn = first; performance.now() - start < measuredMs; turn += signInsAtOnce) {
        const user = known[turn % known.length]
        if (user) await signIn(cognito, pool, user)
        done += 1
      }
    }
    await Promise.all([...Array(signInsAtOnce).keys()].map(client))
    const elapsed = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    return {
      users,
      perSecond: (done / elapsed) * 1000,
      creation,
      clientShare: (user + system) / 1000 / elapsed,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The command that keeps the server on the first core; nothing where there is no such command. */
function oneCore(): string[] {
  const isThere = spawnSync('taskset', ['-c', '0', 'true']).status === 0
  return isThere ? ['taskset', '-c', '0'] : []
}

async function signIn({ call }: CognitoProcess, pool: BenchPool, user: SrpUser): Promise<void> {
  const ClientId = pool.userPoolClientId
  const initiated = await call('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId,
    AuthParameters: { USERNAME: user.name, SRP_A: srpA },
  })
  const names = ['USER_ID_FOR_SRP', 'SALT', 'SRP_B', 'SECRET_BLOCK']
  const challenge: Record<string, string> = {}
  for (const name of names) challenge[name] = textAt(initiated, 'ChallengeParameters', name)
  const answered = await call('RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: answerChallenge(pool.userPoolId, user, challenge),
  })
  textAt(answered, 'AuthenticationResult', 'AccessToken')
}

/** Runs a task for each item, some at a time. */
async function inParallel<Item>(
  atOnce: number,
  items: readonly Item[],
  task: (item: Item) => Promise<unknown>,
): Promise<void> {
  const rest = [...items]
  const worker = async () => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) await task(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
