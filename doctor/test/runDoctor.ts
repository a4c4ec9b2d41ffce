import { onTestFinished } from 'vitest'
import { main } from '#doctor/main.ts'
import { openService, type Shape, user } from './lyingService.ts'

type Service = Awaited<ReturnType<typeof openService>>

/** Opens a service for one test. */
export async function open(shape?: Shape): Promise<Service> {
  const service = await openService(shape)
  onTestFinished(async () => service[Symbol.asyncDispose]())
  return service
}

export const credentials = { DOCTOR_USERNAME: user.username, DOCTOR_PASSWORD: user.password }

/** Runs the command. */
export async function run(args: string[], env: Record<string, string> = {}) {
  const printed: string[] = []
  const errors: string[] = []
  const code = await main(args, {
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
    env,
  })
  const text = printed.join('\n')
  const marked = (mark: string) => text.match(new RegExp(`^${mark} .*(\n {9}.*)*`, 'gm')) ?? []
  return { code, text, errors: errors.join('\n'), wrong: marked('WRONG'), notes: marked('note') }
}

/** Runs the command for this service and its site, with the test user. */
export const examine = (
  { poolId, clientId, site, endpoint }: Service,
  env: Record<string, string> = credentials,
) => run([poolId, clientId, site, '--endpoint', endpoint], env)
