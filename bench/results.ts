import type { Calibration } from './measures/calibration.ts'
import type { Throughput } from './measures/cognitoThroughput.ts'
import type { SiteName } from './sites.ts'

/** Every figure that is measured in rounds, by name: what it is, and its unit. */
export const figures = {
  paint1: 'first paint, 1x',
  paint4: 'first paint, 4x',
  paint4slow: 'first paint, 4x, slow network',
  usable: 'form usable, 4x, slow network',
  click1: 'click to profile, 1x',
  click4: 'click to profile, 4x',
  proof4: 'of it, SRP proof',
  click4worker: 'click to profile, 4x, worker too (calculated)',
  taskBefore: 'longest task before first paint',
  taskAfter: 'longest task after first paint',
  firstLoad: 'JS of the first load, bytes',
  scripts: 'JS until profile, bytes',
  files: 'JS files until profile',
  filesAfterTokens: 'JS files after the tokens',
  requests: 'requests from idle page to profile',
  profileHtml: 'HTML',
  profileCompile: 'compiling scripts',
  profileScript: 'running scripts',
  profileStyle: 'style and layout',
  profilePaint: 'paint',
  profileOther: 'the browser itself',
  profileIdle: 'waiting',
  reload: 'reload of the account page, 4x',
  inpMedian: 'median interaction, 4x',
  inpWorst: 'worst interaction, 4x',
} as const

export type Figure = keyof typeof figures

/** Everything that a run has measured. */
export class Results {
  readonly calibrations: Calibration[] = []
  readonly throughputs: Throughput[] = []
  /** Milliseconds until `npm run dev` shows the sign-in form. */
  readonly devServer = { warm: new Array<number>(), cold: new Array<number>() }
  readonly #values = new Map<string, number[]>()

  add(figure: Figure, site: SiteName, value: number): void {
    this.#values.set(`${figure} ${site}`, [...this.of(figure, site), value])
  }

  /** In the order of the rounds; empty if it was not measured. */
  of(figure: Figure, site: SiteName): number[] {
    return this.#values.get(`${figure} ${site}`) ?? []
  }
}
