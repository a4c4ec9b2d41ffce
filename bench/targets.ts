import type { Figure, Results } from './results.ts'
import type { SiteName } from './sites.ts'
import { median, pairedRatio } from './statistics.ts'

/** A target of the design. `measured` is NaN where the run did not measure it. */
interface Target {
  what: string
  limit: number
  isMinimum?: boolean
  unit: 'x' | 'ms' | 'files' | 's' | 'a second'
  measured: (results: Results) => number
}

/** The ratio of Gatehouse to another page in the same round. */
const ratio =
  (figure: Figure, to: SiteName = 'amplify', toFigure = figure) =>
  (results: Results) =>
    pairedRatio(results.of(figure, 'gatehouse'), results.of(toFigure, to))

const middle = (figure: Figure) => (results: Results) => median(results.of(figure, 'gatehouse'))

const perSecond = (users: number) => (results: Results) =>
  results.throughputs.find((found) => found.users === users)?.perSecond ?? Number.NaN

const started = (cache: 'warm' | 'cold') => (results: Results) =>
  median(results.devServer[cache]) / 1000

// oxfmt-ignore
export const targets: Target[] = [
  { what: 'first paint, 1x', limit: 0.5, unit: 'x', measured: ratio('paint1') },
  { what: 'first paint, 4x', limit: 0.36, unit: 'x', measured: ratio('paint4') },
  { what: 'first paint, 4x, slow network', limit: 0.34, unit: 'x', measured: ratio('paint4slow') },
  { what: 'form usable, 4x, slow network', limit: 0.55, unit: 'x', measured: ratio('usable') },
  { what: 'click to signed in and the profile drawn, 1x', limit: 0.25, unit: 'x', measured: ratio('click1') },
  { what: 'click to signed in and the profile drawn, 4x', limit: 0.2, unit: 'x', measured: ratio('click4') },
  { what: 'longest main-thread task after first paint, 4x', limit: 50, unit: 'ms', measured: middle('taskAfter') },
  { what: 'longest main-thread task before first paint, 4x', limit: 100, unit: 'ms', measured: middle('taskBefore') },
  { what: "JavaScript until the profile is drawn, to Amplify's first load", limit: 0.8, unit: 'x', measured: ratio('scripts', 'amplify', 'firstLoad') },
  { what: 'JavaScript files until the profile is drawn', limit: 8, unit: 'files', measured: middle('files') },
  { what: 'JavaScript files after the tokens', limit: 0, unit: 'files', measured: middle('filesAfterTokens') },
  { what: 'reload of the account page, 4x, to the page with its data baked in', limit: 1.3, unit: 'x', measured: ratio('reload', 'baked') },
  { what: 'between account pages, median interaction to next paint, 4x', limit: 100, unit: 'ms', measured: middle('inpMedian') },
  { what: 'between account pages, worst interaction to next paint, 4x', limit: 100, unit: 'ms', measured: middle('inpWorst') },
  { what: 'local Cognito with 100 users, SRP sign-ins', limit: 40, isMinimum: true, unit: 'a second', measured: perSecond(100) },
  { what: 'local Cognito with 1,000 users, SRP sign-ins', limit: 40, isMinimum: true, unit: 'a second', measured: perSecond(1000) },
  { what: 'local Cognito with 10,000 users, SRP sign-ins', limit: 40, isMinimum: true, unit: 'a second', measured: perSecond(10_000) },
  { what: '`npm run dev` to the sign-in form, warm', limit: 3, unit: 's', measured: started('warm') },
  { what: '`npm run dev` to the sign-in form, cold', limit: 3, unit: 's', measured: started('cold') },
]
