// The two dialogs of the review screen: its keys, and the kind of a finding added by hand.
import { useEffect } from 'react'
import { useTexts } from '../web/language.tsx'
import { Button } from '../web/ui/Button.tsx'
import { Dialog } from '../web/ui/Dialog.tsx'
import { Notice } from '../web/ui/States.tsx'
import type { EntryKind } from './contract.ts'
import { keyNames } from './keys.ts'
import { en, vi } from './texts.ts'

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(vi, en)
  return (
    <Dialog title={t.helpTitle} onClose={onClose}>
      <dl className="key-list">
        {keyNames.map(({ command, keys }) => (
          <div key={command}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t.keys[command]}</dd>
          </div>
        ))}
      </dl>
      <Notice>{t.imeNote}</Notice>
    </Dialog>
  )
}

/** In the order of their number keys. */
const addable: readonly EntryKind[] = [
  'statement',
  'assignment',
  'shortcoming',
  'decision',
  'citation',
  'meeting',
  'agendaItem',
  'opinion',
]

interface AddDialogProps {
  quote: string
  onAdd: (kind: EntryKind) => void
  onClose: () => void
}

export function AddDialog({ quote, onAdd, onClose }: AddDialogProps) {
  const t = useTexts(vi, en)
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const kind = addable[Number(/^Digit([1-8])$/.exec(event.code)?.[1] ?? 0) - 1]
      if (!kind) return
      event.preventDefault()
      onAdd(kind)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onAdd])
  return (
    <Dialog title={t.addTitle} onClose={onClose}>
      <blockquote className="add-quote">{quote}</blockquote>
      <p>{t.addKind}</p>
      <div className="add-kinds">
        {addable.map((kind, index) => (
          <Button key={kind} onClick={() => onAdd(kind)}>
            <kbd>{index + 1}</kbd> {t.kinds[kind]}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
