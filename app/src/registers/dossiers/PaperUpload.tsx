// A file on its way into a dossier: as a new paper, or as the next version of one.
import { useRef, useState } from 'react'
import { newKey } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { declaration, sendForm } from '../../web/sendform.ts'
import { CheckField, Field, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { type PaperKind, paperKinds } from './dossier.ts'
import { en, vi } from './texts.ts'
import { useDossierChange } from './useDossier.tsx'

interface PaperUploadProps {
  title: string
  /** Where it is sent to. */
  path: string
  /** A new paper has a kind and a name; the next version has them from its paper. */
  asks: 'paper' | 'version'
  /** What a new paper most likely is. */
  kind?: PaperKind
  onClose: () => void
}

export function PaperUpload({ title, path, asks, kind: likely, onClose }: PaperUploadProps) {
  const t = useTexts(vi, en)
  const [file, setFile] = useState<File | null>(null)
  const [kind, setKind] = useState<PaperKind>(likely ?? 'submission')
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [declared, setDeclared] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const open = useRef(true)
  const change = useDossierChange(
    async () => {
      const form = new FormData()
      if (file) form.append('file', file)
      form.append('declaration', declaration)
      if (note.trim()) form.append('note', note.trim())
      if (asks === 'paper') {
        form.append('kind', kind)
        if (name.trim()) form.append('title', name.trim())
      }
      try {
        await sendForm(path, form, newKey(), {
          onSent: setShare,
          wanted: () => open.current,
        })
      } finally {
        setShare(null)
      }
    },
    t.upload.done,
    onClose,
  )
  return (
    <FormDialog
      title={title}
      change={change}
      ready={file !== null && declared}
      submit={t.upload.send}
      onClose={() => {
        open.current = false
        onClose()
      }}
    >
      <Field label={t.upload.file} hint={t.upload.chooseFile}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            type="file"
            accept=".docx,.pdf,.html,.htm,.md,.txt"
            required
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      {asks === 'paper' && (
        <>
          <SelectField
            label={t.upload.kind}
            value={kind}
            options={paperKinds.map((value) => ({ value, label: t.kinds[value] }))}
            onChange={setKind}
          />
          <TextField label={t.upload.name} value={name} onChange={setName} maxLength={200} />
        </>
      )}
      <TextField label={t.upload.note} value={note} onChange={setNote} maxLength={1000} />
      <CheckField label={t.upload.declare} value={declared} onChange={setDeclared} />
      {share !== null && (
        <p className="row" role="status">
          <progress value={share < 1 ? share : undefined} aria-label={t.upload.file} />
          {share < 1 ? t.upload.sending(Math.round(share * 100)) : t.upload.reading}
        </p>
      )}
    </FormDialog>
  )
}
