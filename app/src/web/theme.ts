// Light, dark, or as the device. The choice is kept in the browser.
import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'

const storageKey = 'giaoban.theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function stored(): Theme {
  const value = localStorage.getItem(storageKey)
  return value === 'light' || value === 'dark' ? value : 'auto'
}

/** Puts the theme on the page; called once before the first drawing and on every change. */
export function applyTheme(): void {
  const theme = stored()
  const resolved = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme
  document.documentElement.dataset.theme = resolved
}

dark.addEventListener('change', applyTheme)

export function setTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, stored)
}
