// Pasted text on its way in: a look at it, a title, and in.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { CheckField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { addFiles } from '../../web/uploads.ts'
import { en, vi } from './texts.ts'

const longestTitle = 200

export function PasteDialog({ text, onClose }: { text: string; onClose: () => void }) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const [content, setContent] = useState(text)
  const [title, setTitle] = useState<string | null>(null)
  const [declared, setDeclared] = useState(false)
  const shownTitle = title ?? firstLine(content)
  return (
    <Dialog title={t.pasteDialog.title} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (content.trim() === '' || !declared) return
          const file = new File([content], t.pasteDialog.fileName, { type: 'text/plain' })
          addFiles(
            [file],
            { title: t.uploads.tooLarge, detail: t.uploads.tooLargeDetail },
            { title: shownTitle.trim() || null },
          )
          navigate('/documents')
          onClose()
        }}
      >
        <Notice tone="warn">{t.noSecrets}</Notice>
        <TextField label={t.pasteDialog.name} value={shownTitle} onChange={setTitle} />
        <TextArea
          label={t.pasteDialog.text}
          hint={
            content
              ? t.pasteDialog.length(formatNumber(content.length, language))
              : t.pasteDialog.hint
          }
          rows={10}
          value={content}
          onChange={setContent}
          autoFocus={text === ''}
        />
        <CheckField label={t.declaration.box} value={declared} onChange={setDeclared} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            disabled={content.trim() === '' || !declared}
            autoFocus={text !== ''}
          >
            {t.pasteDialog.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function firstLine(text: string): string {
  const line = text
    .split('\n')
    .map((one) => one.trim())
    .find(Boolean)
  return (line ?? '').slice(0, longestTitle)
}
