import type { Part } from '#i18n/sentences.ts'

export const devices: Part<'devices'> = {
  'devices.title': 'الأجهزة',
  'devices.lead': 'الأجهزة التي لا يُطلب عليها عامل ثانٍ.',
}
