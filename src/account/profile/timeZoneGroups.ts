import type { Translate } from '#i18n/translate.ts'

/** UN M49 and ISO 3166 codes of the regions in zone names; oceans have none. */
const regions: Record<string, string> = {
  Africa: '002',
  America: '019',
  Antarctica: 'AQ',
  Asia: '142',
  Australia: 'AU',
  Europe: '150',
  Pacific: '009',
}

function regionName(region: string, t: Translate): string {
  const code = regions[region]
  if (code !== undefined) {
    return new Intl.DisplayNames(t.locale, { type: 'region' }).of(code) ?? region
  }
  if (region === 'Atlantic') return t('profile.atlantic')
  if (region === 'Indian') return t('profile.indian')
  return region === 'Arctic' ? t('profile.arctic') : region
}

/** `America/Indiana/Knox` becomes `Knox (Indiana)`: a select finds options by their first letters. */
function zoneName(zone: string): string {
  const [city = zone, ...outer] = zone.replaceAll('_', ' ').split('/').slice(1).reverse()
  return outer.length === 0 ? city : `${city} (${outer.join(', ')})`
}

/** Options for the time zone: the zone of this device, then all zones by region. */
export function timeZoneGroups(t: Translate) {
  const option = (zone: string) => ({ value: zone, label: zoneName(zone) })
  const collator = new Intl.Collator(t.locale)
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const byRegion = new Map<string, string[]>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const region = zone.split('/')[0] ?? zone
    const zones = byRegion.get(region) ?? []
    zones.push(zone)
    byRegion.set(region, zones)
  }
  const groups = [...byRegion].map(([region, zones]) => ({
    label: regionName(region, t),
    options: zones.map(option).sort((a, b) => collator.compare(a.label, b.label)),
  }))
  return [
    { label: t('profile.zoneHere'), options: [option(here)] },
    ...groups.sort((a, b) => collator.compare(a.label, b.label)),
  ]
}
