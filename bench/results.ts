import type { SiteName } from './sites.ts'

/** Every figure that is measured in rounds, and its title with its unit. */
export const figures = {
  paint1: 'first paint, 1x (ms)',
  paint4: 'first paint, 4x (ms)',
  paint4slow: 'first paint, 4x, slow network (ms)',
  usable: 'form usable, 4x, slow network (ms)',
  click1: 'click to profile, 1x (ms)',
  click4: 'click to profile, 4x (ms)',
  proof4: 'SRP proof, 4x (ms)',
  taskBefore: 'longest task before first paint, 4x (ms)',
  taskAfter: 'longest task after first paint, 4x (ms)',
  firstLoad: 'JS of the first load (bytes)',
  scripts: 'JS until profile (bytes)',
  files: 'JS files until profile',
  filesAfterTokens: 'JS files after the tokens',
  requests: 'requests, page idle to profile',
  reload: 'reload to profile, 4x (ms)',
  inpMedian: 'account pages, median INP, 4x (ms)',
  inpWorst: 'account pages, worst INP, 4x (ms)',
} as const

export type Figure = keyof typeof figures

/** The values of every round, by figure and page. */
export class Results {
  readonly #values = new Map<string, number[]>()

  add(figure: Figure, site: SiteName, value: number): void {
    this.#values.set(`${figure} ${site}`, [...this.of(figure, site), value])
  }

  /** In the order of the rounds; empty if it was not measured. */
  of(figure: Figure, site: SiteName): number[] {
    return this.#values.get(`${figure} ${site}`) ?? []
  }
}
