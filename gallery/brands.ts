import type { Branding } from '#brand/palette.ts'

/** Looks as different as made-up operators could want them; the first is the portal's own. */
export const brands: { name: string; look: Branding }[] = [
  { name: 'Gatehouse', look: {} },
  {
    // A bank: navy on cool white paper, nothing rounded.
    name: 'Meridian Bank',
    look: {
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
    look: { accent: '#a3452a', surface: '#fbf3e6', corners: 'round' },
  },
  {
    // A radio station that lives at night: hot magenta on near black violet.
    name: 'Radio Nightjar',
    look: {
      accent: '#c2127f',
      accentDark: '#ff4fb4',
      surface: '#fbf5fb',
      surfaceDark: '#130a1f',
      corners: 'soft',
    },
  },
]
