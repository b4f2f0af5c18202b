// A dialog with a form that sends one change: its fields, what went wrong, cancel and save.
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useOvertaking } from './useOvertaking.tsx'

interface FormDialogProps {
  title: string
  change: { mutate: () => void; error: Error | null; isPending: boolean }
  /** Whether the form can be sent as it stands. */
  ready: boolean
  /** Whether the button is off; left out, as long as the form is not ready. */
  off?: boolean
  onClose: () => void
  danger?: boolean
  /** What stands on the button instead of "save". */
  submit?: string
  children: ReactNode
}

/**
 * Mount it to open, unmount it to close. Where somebody else was first it shows what they saved beside what is to be
 * saved, and the button says that it goes on all the same, where it can: nobody overwrites by pressing it twice.
 */
export function FormDialog({
  title,
  change,
  ready,
  off = !ready,
  onClose,
  danger,
  submit,
  children,
}: FormDialogProps) {
  const t = useTexts(vi, en)
  // A second click comes before the screen knows that the first one is under way.
  const going = useRef(false)
  useEffect(() => {
    if (!change.isPending) going.current = false
  })
  const { told, word, overtaken, choose } = useOvertaking(change.error, submit ?? t.save)
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!ready || going.current) return
          going.current = true
          choose()
          change.mutate()
        }}
      >
        {children}
        {told}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            look={danger || overtaken ? 'danger' : 'primary'}
            type="submit"
            disabled={off || change.isPending}
          >
            {word}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
