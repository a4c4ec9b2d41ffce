import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os'
import { version as viteVersion } from 'vite'
import { peerVersions } from './build.ts'
import { method } from './method.ts'
import { type Figure, figures, type Results } from './results.ts'
import { type SiteName, siteTitles } from './sites.ts'
import { median, pairedRatio } from './statistics.ts'
import { targets } from './targets.ts'

interface Run {
  rounds: number
  only: string[]
  /** Version of the browser. */
  chromium: string
}

/** Tables of the report: which figures stand side by side. */
const tables: { title: string; of: Figure[]; base: SiteName }[] = [
  {
    title: 'Opening the sign-in page, ms',
    of: ['paint1', 'paint4', 'paint4slow', 'usable'],
    base: 'amplify',
  },
  {
    title: 'Signing in, ms',
    of: ['click1', 'click4', 'proof4', 'click4worker'],
    base: 'amplify',
  },
  {
    title: 'Main thread from opening to the account page at 4x, ms (0: none of 50 or more)',
    of: ['taskBefore', 'taskAfter'],
    base: 'amplify',
  },
  {
    title: 'Main thread until the first paint at 4x, traced, ms',
    of: [
      'profileHtml',
      'profileCompile',
      'profileScript',
      'profileStyle',
      'profilePaint',
      'profileOther',
      'profileIdle',
    ],
    base: 'static-form',
  },
  {
    title: 'Requests',
    of: ['firstLoad', 'scripts', 'files', 'filesAfterTokens', 'requests'],
    base: 'amplify',
  },
  { title: 'Account pages, ms', of: ['reload', 'inpMedian', 'inpWorst'], base: 'baked' },
]

/** Writes everything that was measured as Markdown, with the targets and the method. */
export async function report(results: Results, run: Run): Promise<string> {
  const parts = [
    '# Performance',
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench\`: ${roundsText(run)}.`,
    ...(run.rounds < 7 ? ['**A short run: its figures are a trial, no result.**'] : []),
    'In each cell: the median, the least and the greatest value in brackets, and the median of the ratios to the ' +
      'first page of the table, each to its own round.',
    '## Targets',
    targetTable(results),
    '## Figures',
    ...tables.flatMap((table) => figureTable(results, table)),
    ...onceTables(results),
    '## Machine',
    noise(results),
    await versions(run),
    method,
  ]
  return `${parts.join('\n\n')}\n`
}

const roundsText = ({ rounds, only }: Run) =>
  [`${rounds} counted ${rounds === 1 ? 'round' : 'rounds'}`, ...only].join(', only of ')

function targetTable(results: Results): string {
  const rows = targets.map(({ what, limit, isMinimum = false, unit, measured }) => {
    const value = measured(results)
    if (Number.isNaN(value)) return [what, limitText(limit, unit, isMinimum), 'not measured', '']
    const isMet = isMinimum ? value >= limit : value <= limit
    return [
      what,
      limitText(limit, unit, isMinimum),
      `${text(value)} ${unit}`,
      isMet ? 'yes' : '**no**',
    ]
  })
  return markdownTable(['target', 'limit', 'measured', 'met'], rows)
}

const limitText = (limit: number, unit: string, isMinimum: boolean) =>
  `${isMinimum ? 'at least' : 'at most'} ${limit} ${unit}`

function figureTable(results: Results, { title, of, base }: (typeof tables)[number]): string[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the names
  const names = Object.keys(siteTitles) as SiteName[]
  const sites = [base, ...names.filter((name) => name !== base)]
  const measured = sites.filter((site) => of.some((figure) => results.of(figure, site).length > 0))
  if (measured.length === 0) return []
  const rows = measured.map((site) =>
    [siteTitles[site] as string].concat(
      of.map((figure) => cell(results.of(figure, site), results.of(figure, base))),
    ),
  )
  return [`### ${title}`, markdownTable(['', ...of.map((figure) => figures[figure])], rows)]
}

function cell(values: number[], base: number[]): string {
  if (values.length === 0) return ''
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const spread = least === most ? '' : ` (${text(least)}-${text(most)})`
  const ratio = pairedRatio(values, base)
  return `${text(median(values))}${spread}${Number.isFinite(ratio) ? ` ${ratio.toFixed(2)}x` : ''}`
}

function onceTables({ throughputs, devServer }: Results): string[] {
  const cognito = throughputs.map(({ users, perSecond, creation, clientShare }) => [
    String(users),
    Number.isNaN(perSecond) ? 'not measured: creating the users takes too long' : text(perSecond),
    text(creation),
    `${Math.round(clientShare * 100)} %${clientShare > 0.8 ? ' **the limit was the client**' : ''}`,
  ])
  const starts = Object.entries(devServer).filter(([, times]) => times.length > 0)
  return [
    ...(cognito.length === 0
      ? []
      : [
          '### Local Cognito, state on disk',
          markdownTable(
            ['users', 'SRP sign-ins a second', 'ms to create one user', 'core used by the client'],
            cognito,
          ),
        ]),
    ...(starts.length === 0
      ? []
      : [
          '### `npm run dev` to the sign-in form, ms',
          markdownTable(
            ['dependency cache and state', 'median'],
            starts.map(([cache, times]) => [cache, cell(times, [])]),
          ),
        ]),
  ]
}

function noise({ calibrations }: Results): string {
  const loops = calibrations.map(({ loop }) => loop)
  if (loops.length === 0) return 'Its noise was not measured.'
  const spread = Math.max(...loops) / Math.min(...loops)
  const load = Math.max(...calibrations.map((one) => one.load))
  const isNoisy = spread > 1.25 || load > availableParallelism() + 1
  return (
    `A fixed piece of work before each round took ${cell(loops, [])} ms; the load average was at most ` +
    `${load.toFixed(1)}.${isNoisy ? ' **The machine was noisy: repeat the run on a quiet one.**' : ''}`
  )
}

async function versions({ chromium }: Run): Promise<string> {
  const processors = cpus()
  const rows = [
    [
      'processor',
      `${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores, ${arch()}`,
    ],
    ['memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['system', platform()],
    ['Node', process.version],
    ['Chromium', chromium],
    ['Vite', viteVersion],
    ...Object.entries(await peerVersions()),
  ]
  return markdownTable(['', 'version'], rows)
}

function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Whole numbers from 10 on, else two decimal places at most. */
function text(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(2)))
}
