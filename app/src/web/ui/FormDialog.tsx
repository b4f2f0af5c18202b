// A dialog with a form that sends one change: its fields, what went wrong, cancel and save.
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FormError } from './States.tsx'

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

/** Mount it to open, unmount it to close. */
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
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!ready || going.current) return
          going.current = true
          change.mutate()
        }}
      >
        {children}
        <FormError error={change.error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            type="submit"
            disabled={off || change.isPending}
          >
            {submit ?? t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
