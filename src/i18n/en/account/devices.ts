export const devices = {
  'devices.title': 'Devices',
  'devices.lead': 'The devices that are not asked for a second factor.',
} as const
