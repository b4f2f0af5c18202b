// The name of the browser's tab.
import { useEffect } from 'react'

/** Names the browser's tab; null leaves it to whoever else names it. */
export function useDocumentTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return
    document.title = title ? `${title} · Giao Ban` : 'Giao Ban'
  }, [title])
}
