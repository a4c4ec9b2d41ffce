import { savePreference } from './preferences.ts'

/** `system`: as the device has it. */
export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The appearance that stands, as `public/theme.js` or `wearTheme` has put it there. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Changes the appearance, and remembers it for `public/theme.js`. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  savePreference('theme', theme)
}
