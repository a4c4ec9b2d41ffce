import type { Branding } from '#brand/palette.ts'

/** Sample brands, as different as possible; the first is the default. */
export const brands: { name: string; branding: Branding }[] = [
  { name: 'Gatehouse', branding: {} },
  {
    // A bank: navy on cool white paper, nothing rounded.
    name: 'Meridian Bank',
    branding: {
      accent: '#17335f',
      accentDark: '#a3c0f2',
      surface: '#f5f7fa',
      surfaceDark: '#0b111c',
      corners: 'sharp',
    },
  },
  {
    // A clinic: terracotta on cream; the dark scheme is derived.
    name: 'Lindengrove Clinic',
    branding: { accent: '#a3452a', surface: '#fbf3e6', corners: 'round' },
  },
  {
    // A radio station, mostly dark: magenta on a violet that is nearly black.
    name: 'Radio Nightjar',
    branding: {
      accent: '#c2127f',
      accentDark: '#ff4fb4',
      surface: '#fbf5fb',
      surfaceDark: '#130a1f',
      corners: 'soft',
    },
  },
]
