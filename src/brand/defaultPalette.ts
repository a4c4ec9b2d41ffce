import type { Oklch } from './colour.ts'

export type Scheme = 'light' | 'dark'

/** The custom properties that branding can set. */
export const tokenNames = [
  '--canvas',
  '--surface',
  '--sunken',
  '--ink',
  '--ink-soft',
  '--line',
  '--edge',
  '--accent',
  '--accent-strong',
  '--on-accent',
  '--accent-soft',
  '--brand-deep',
] as const

export type TokenName = (typeof tokenNames)[number]

/** Tokens whose default is needed here; `--danger` is never set, but must stay legible. */
type DefaultTokenName = Exclude<TokenName, '--brand-deep'> | '--danger'

const oklch = (l: number, c: number, h: number): Oklch => ({ l, c, h })

/** The values of src/ui/tokens.css, which a test compares with these. */
export const defaultPalette: Record<Scheme, Record<DefaultTokenName, Oklch>> = {
  light: {
    '--canvas': oklch(0.984, 0.004, 145),
    '--surface': oklch(1, 0, 0),
    '--sunken': oklch(0.965, 0.006, 150),
    '--ink': oklch(0.25, 0.02, 165),
    '--ink-soft': oklch(0.46, 0.02, 165),
    '--line': oklch(0.905, 0.008, 155),
    '--edge': oklch(0.63, 0.018, 160),
    '--accent': oklch(0.43, 0.088, 163),
    '--accent-strong': oklch(0.37, 0.08, 163),
    '--on-accent': oklch(0.99, 0.006, 150),
    '--accent-soft': oklch(0.955, 0.026, 160),
    '--danger': oklch(0.5, 0.178, 27),
  },
  dark: {
    '--canvas': oklch(0.178, 0.012, 165),
    '--surface': oklch(0.218, 0.014, 165),
    '--sunken': oklch(0.258, 0.015, 165),
    '--ink': oklch(0.95, 0.008, 150),
    '--ink-soft': oklch(0.755, 0.016, 155),
    '--line': oklch(0.315, 0.016, 165),
    '--edge': oklch(0.56, 0.022, 160),
    '--accent': oklch(0.815, 0.115, 160),
    '--accent-strong': oklch(0.87, 0.105, 160),
    '--on-accent': oklch(0.2, 0.04, 165),
    '--accent-soft': oklch(0.275, 0.038, 163),
    '--danger': oklch(0.79, 0.115, 25),
  },
}
