import { describe } from 'vitest'
import { type AssumptionName, ASSUMPTIONS, type Assumptions } from '#local-cognito/assumptions.ts'

/**
 * Describes the journeys that touch an open question about AWS, once under each of its answers: what no
 * source says must not decide whether someone gets in.
 *
 * @param describeJourneys gets the assumption for the pools of its tests
 */
export function describeAnswers(
  name: AssumptionName,
  describeJourneys: (assumptions: Partial<Assumptions>) => void,
): void {
  describe.each<string>(ASSUMPTIONS[name].answers)(`${name}: %s`, (answer) => {
    describeJourneys({ [name]: answer })
  })
}
