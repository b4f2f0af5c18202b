// Tabs with arrow keys; the panel is the caller's and gets `panelId`.
import './ui.css'
import type { KeyboardEvent } from 'react'

interface TabsProps<V extends string> {
  label: string
  value: V
  tabs: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  /** `id` of the element that a tab shows; it needs `role="tabpanel"`. */
  panelId: string
}

export function Tabs<V extends string>({ label, value, tabs, onChange, panelId }: TabsProps<V>) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const at = tabs.findIndex((tab) => tab.value === value)
    const index = (at + step + tabs.length) % tabs.length
    const next = tabs[index]
    if (!next) return
    onChange(next.value)
    const button = event.currentTarget.children[index]
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
