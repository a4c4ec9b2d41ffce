import { settings } from '../settings.ts'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from './main.ts'
import { deployPolicy, privileges } from './privileges.ts'
import { type LocalAws, startLocalAws } from './test/localAws.ts'
import { type LocalS3, startLocalS3 } from './test/localS3.ts'
import { commandLogger, credentials, openS3 } from './test/deployContext.ts'
import { sampleConfig, sampleFiles, withFolder } from './test/sampleBuild.ts'

let s3: LocalS3
let aws: LocalAws
let bucket: string
const sent = new Set<string>()

beforeAll(async () => {
  s3 = await startLocalS3()
  bucket = await s3.newBucket()
  aws = await startLocalAws(settings.stackName, {
    SiteBucket: bucket,
    DistributionId: 'EXAMPLE123',
    PortalConfig: sampleConfig('Stack'),
    ConnectSources: "'self' https://cognito-idp.eu-central-1.amazonaws.com",
    SiteUrl: 'https://login.example.com',
  })
})

afterAll(async () => {
  await aws.close()
  await s3.close()
})

function openClients(endpoint: string | undefined) {
  const logger = commandLogger(sent)
  const config = { endpoint: aws.endpoint, region: 'eu-central-1', credentials, logger }
  return {
    s3: openS3(endpoint ?? s3.endpoint, logger),
    cloudFront: new CloudFrontClient(config),
    cloudFormation: new CloudFormationClient(config),
  }
}

async function run(files: Record<string, string>, time: string, ...args: string[]) {
  const printed: string[] = []
  const errors: string[] = []
  const code = await withFolder(files, async (folder) =>
    main(args, {
      openClients,
      now: () => new Date(time),
      print: (line) => printed.push(line),
      printError: (line) => errors.push(line),
      folder,
      signal: new AbortController().signal,
    }),
  )
  return { code, printed, errors }
}

function daysOn(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString()
}

describe('npm run deploy', () => {
  it('makes exactly the documented calls in the life of a site', async () => {
    const first = await run(sampleFiles('A'), daysOn(0), '--dist', '.')
    expect(first).toMatchObject({ code: 0, errors: [] })
    expect(first.printed.at(-1)).toBe('https://login.example.com')
    const config = (await s3.object(bucket, 'portal.config.json'))?.bytes.toString()
    expect(JSON.parse(config ?? '')).toEqual(JSON.parse(sampleConfig('Stack')))
    expect(aws.invalidated).toEqual([
      ['/', '/favicon.svg', '/index.html', '/portal.config.json', '/start.js'],
    ])

    const prerendered = {
      '.vite/index.html': '<!doctype html>',
      '.vite/prerender.js':
        'export const prerender = async (html, config) => html + JSON.parse(config).cognito.userPoolClientId',
    }
    await run({ ...sampleFiles('B'), ...prerendered }, daysOn(1), '--dist', '.')
    // For the config that it puts up, not the one of the build.
    const index = (await s3.object(bucket, 'index.html'))?.bytes.toString()
    expect(index).toBe('<!doctype html>1exampleStack')
    const listed = await run({}, daysOn(1), '--releases')
    expect(listed.printed).toHaveLength(2)
    const id = listed.printed[1]?.split(' ')[0] ?? ''
    expect((await run({}, daysOn(1), '--release', id)).printed.at(-2)).toBe(
      `Release ${id} is live.`,
    )
    await run(sampleFiles('C'), daysOn(40), '--dist', '.')
    await run(sampleFiles('C'), daysOn(80), '--dist', '.')
    expect((await run({}, daysOn(80), '--releases')).printed).toHaveLength(1)

    expect([...sent].toSorted()).toEqual(privileges.flatMap(({ commands }) => commands).toSorted())
    const arns = { bucket: 'b', objects: 'b/*', distribution: 'd', stack: 's' }
    expect(
      deployPolicy(arns).Statement.map(({ Action, Resource }) => `${Action} ${Resource}`),
    ).toEqual([
      's3:ListBucket b',
      's3:GetObject b/*',
      's3:PutObject b/*',
      's3:DeleteObject b/*',
      'cloudfront:CreateInvalidation d',
      'cloudformation:DescribeStacks s',
    ])
  })

  it('uploads a given config to a bucket without a stack', async () => {
    const own = await s3.newBucket()
    const files = { ...sampleFiles('A'), 'mine/my.json': sampleConfig('Mine') }
    const { code } = await run(
      files,
      daysOn(0),
      '--dist',
      '.',
      '--bucket',
      own,
      '--config',
      'mine/my.json',
    )
    expect(code).toBe(0)
    expect((await s3.object(own, 'portal.config.json'))?.bytes.toString()).toBe(
      sampleConfig('Mine'),
    )
  })

  it('exits with 1 after an interruption, and explains how to continue', async () => {
    const own = await s3.newBucket()
    s3.watch(own, { fault: ({ key }) => (key === 'start.js' ? 'error500' : undefined) })
    const { code, errors } = await run(sampleFiles('A'), daysOn(0), '--dist', '.', '--bucket', own)
    expect(code).toBe(1)
    expect(errors.join('\n')).toMatch(
      /^Interrupted while changing the files beside index\.html \(1 of 3 done\): .*\nindex\.html is unchanged .*\nRun the same command again/,
    )
    expect((await s3.objects(own)).has('index.html')).toBe(false)
  })

  it('exits with 1 if the bucket cannot be read', async () => {
    const { code, errors } = await run(
      sampleFiles('A'),
      daysOn(0),
      '--dist',
      '.',
      '--bucket',
      'none-such',
    )
    expect(code).toBe(1)
    expect(errors).toEqual([
      expect.stringMatching(/^NoSuchBucket: .*\nNothing has been written\.$/),
    ])
  })
})

const refused: [args: string[], sentence: RegExp][] = [
  [['--stack', 'Other'], /^There is no stack Other in this account and region\./],
  [['--stack', 'A', '--bucket', 'b'], /^--stack and --bucket are both destinations/],
  [['--distribution', 'D'], /^--distribution needs --bucket/],
  [['--release', 'x', '--releases'], /^--releases lists/],
  [['--release', 'x', '--config', 'c'], /^--release restores the config of that release/],
  [['--relaese', 'x'], /^Unknown option '--relaese'.*See --help\.$/s],
  [['--release', 'none'], /^There is no release none\./],
  [
    ['--dist', 'nowhere'],
    /^There is no build: .*nowhere\/index\.html is missing\. Run npm run build/,
  ],
  [['--dist', '.', '--config', 'none.json'], /^--config: none\.json cannot be read\./],
  [['--dist', '.', '--config', 'start.js'], /^start\.js must be a JSON object\./],
]

describe('a wrong call', () => {
  it.each(refused)('%j exits with 2', async (args, sentence) => {
    const { code, errors, printed } = await run(sampleFiles('A'), daysOn(80), ...args)
    expect({ code, printed }).toEqual({ code: 2, printed: [] })
    expect(errors.join('\n')).toMatch(sentence)
  })

  it('exits with 2 for a stack without the outputs', async () => {
    const other = await startLocalAws(settings.stackName, { SiteBucket: bucket })
    const stack = new CloudFormationClient({
      endpoint: other.endpoint,
      region: 'eu-central-1',
      credentials,
    })
    const errors: string[] = []
    const code = await main([], {
      openClients: (endpoint) => ({ ...openClients(endpoint), cloudFormation: stack }),
      now: () => new Date(),
      print: () => undefined,
      printError: (line) => errors.push(line),
      folder: '.',
      signal: new AbortController().signal,
    })
    await other.close()
    expect(code).toBe(2)
    expect(errors).toEqual([
      `The stack ${settings.stackName} has no output DistributionId: is it a Gatehouse stack, and is it complete? (Its status is CREATE_COMPLETE.)`,
    ])
  })
})
