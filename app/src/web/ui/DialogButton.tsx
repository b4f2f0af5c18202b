// A small button that opens a wide dialog about an entry.
import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface DialogButtonProps {
  /** What stands on the button. */
  open: string
  /** What the entry is called. */
  of: string
  title: string
  children: ReactNode
}

/** The dialog names the entry under its title; what is in it is drawn when it opens. */
export function DialogButton({ open, of, title, children }: DialogButtonProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button small look="plain" onClick={() => setOpened(true)} aria-label={`${open}: ${of}`}>
        {open}
      </Button>
      {opened && (
        <Dialog title={title} onClose={() => setOpened(false)} wide>
          <p className="muted">{of}</p>
          {children}
        </Dialog>
      )}
    </>
  )
}
