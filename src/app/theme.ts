import { savePreference } from './preferences.ts'

/** `system` follows the setting of the device. */
export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The current theme, set by `public/theme.js` or `applyTheme`. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Changes the theme, and stores it for `public/theme.js`, which applies it on the next load. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  savePreference('theme', theme)
}
