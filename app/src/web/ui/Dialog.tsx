// A modal dialog on the native element: focus stays in, Esc closes, focus returns.
import './ui.css'
import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Button } from './Button.tsx'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}

/** Mount it to open, unmount it to close. */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const t = useTexts(vi, en)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) element.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button look="plain" small onClick={onClose} aria-label={t.close}>
          ✕
        </Button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
