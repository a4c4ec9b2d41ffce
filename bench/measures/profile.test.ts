import { expect, test } from 'vitest'
import { untilPaint } from './profile.ts'

const at = { pid: 1, tid: 2 }

test('gives each time to the innermost event, until the first paint', () => {
  const ms = 1000
  expect(
    untilPaint(
      [
        {
          ...at,
          name: 'navigationStart',
          ph: 'R',
          ts: 0,
          args: { data: { documentLoaderURL: 'a:' } },
        },
        {
          ...at,
          name: 'navigationStart',
          ph: 'R',
          ts: 20 * ms,
          args: { data: { documentLoaderURL: '' } },
        },
        { ...at, name: 'RunTask', ph: 'X', ts: 10 * ms, dur: 30 * ms },
        { ...at, name: 'ParseHTML', ph: 'X', ts: 12 * ms, dur: 20 * ms },
        { ...at, name: 'EvaluateScript', ph: 'X', ts: 14 * ms, dur: 5 * ms },
        { ...at, name: 'v8.compile', ph: 'X', ts: 15 * ms, dur: 1 * ms },
        { pid: 1, tid: 3, name: 'RunTask', ph: 'X', ts: 0, dur: 90 * ms },
        { ...at, name: 'RunTask', ph: 'X', ts: 50 * ms, dur: 100 * ms },
        { ...at, name: 'Layout', ph: 'X', ts: 50 * ms, dur: 8 * ms },
        { ...at, name: 'firstContentfulPaint', ph: 'R', ts: 60 * ms },
      ],
      'a:',
    ),
  ).toEqual({ html: 15, compile: 1, script: 4, style: 8, paint: 0, other: 12, idle: 20 })
})

test('refuses a trace without a paint', () => {
  expect(() => untilPaint([], 'a:')).toThrow('no first paint')
})
