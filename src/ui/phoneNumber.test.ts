import { expect, test } from 'vitest'
import { callingCode, regions } from './callingCodes.ts'
import { nationalPart, regionIn, toE164 } from './phoneNumber.ts'

test.each([
  ['030 901820', 'DE', '+4930901820'],
  ['30 901820', 'DE', '+4930901820'],
  ['020 7946 0123', 'GB', '+442079460123'],
  // The zero is part of the number.
  ['06 698 1234', 'IT', '+39066981234'],
  ['06 698 1234', 'VA', '+39066981234'],
  ['0549 123456', 'SM', '+3780549123456'],
  ['07 12 34 56 78', 'CI', '+2250712345678'],
  ['06 123 4567', 'CG', '+242061234567'],
  // In Gabon numbers have eight digits; a ninth, zero, is dialled inside the country.
  ['01 44 12 34', 'GA', '+24101441234'],
  ['060 12 34 56', 'GA', '+24160123456'],
  // Trunk prefixes other than zero, and numbers that begin with the same digits.
  ['8 (912) 345-67-89', 'RU', '+79123456789'],
  ['812 345 67 89', 'RU', '+78123456789'],
  ['8 701 234 56 78', 'KZ', '+77012345678'],
  ['06 1 234 5678', 'HU', '+3612345678'],
  ['1 (202) 555-0123', 'US', '+12025550123'],
  ['(202) 555-0123', 'US', '+12025550123'],
  ['8 029 123-45-67', 'BY', '+375291234567'],
  ['0 15 11 91234-5678', 'BR', '+5511912345678'],
  ['612 34 56 78', 'ES', '+34612345678'],
  // The calling code of the number overrides the chosen country.
  ['+44 20 7946 0123', 'DE', '+442079460123'],
  ['+44 (0)20 7946 0123', 'DE', '+442079460123'],
  ['0049 151 23456789', 'US', '+4915123456789'],
  ['+39 06 698 1234', 'DE', '+39066981234'],
  ['+7 812 345 67 89', 'DE', '+78123456789'],
  // Digits of other scripts.
  ['٠٥٠ ١٢٣ ٤٥٦٧', 'AE', '+971501234567'],
  ['۰۹۱۲ ۳۴۵ ۶۷۸۹', 'IR', '+989123456789'],
  ['०९८७६ ५४३२१०', 'IN', '+919876543210'],
  ['＋８１ ９０ １２３４ ５６７８', 'DE', '+819012345678'],
  ['', 'DE', ''],
  ['+', 'DE', ''],
  ['none', 'DE', ''],
])('%j in %s is %j', (typed, region, number) => {
  expect(toE164(typed, region)).toBe(number)
})

test.each([
  ['030 901820', 'DE', undefined],
  ['+', 'DE', undefined],
  ['+4', 'DE', undefined],
  ['+44', 'DE', 'GB'],
  ['+44 1534 123456', 'DE', 'JE'],
  ['0044 20', 'DE', 'GB'],
  ['+1 202', 'DE', 'US'],
  ['+1 416', 'US', 'CA'],
  ['+1 876', 'US', 'JM'],
  ['+7 701', 'RU', 'KZ'],
  ['+590 690', 'MF', 'MF'],
  ['+590 690', 'DE', 'GP'],
])('%j, with %s chosen, names %s', (typed, chosen, region) => {
  expect(regionIn(typed, chosen)).toBe(region)
})

test.each([
  ['+49 151 234', '151234'],
  ['0049151234', '151234'],
  ['0151 234', '0151 234'],
  ['+', ''],
])('%j without its calling code is %j', (typed, rest) => {
  expect(nationalPart(typed)).toBe(rest)
})

test('every region has a calling code and a name', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  expect(regions.filter((region) => !names.of(region))).toEqual([])
  expect(regions.filter((region) => !/^\d{1,3}$/.test(callingCode(region) ?? ''))).toEqual([])
  expect(new Set(regions).size).toBeGreaterThan(240)
})
