// An Excel file for a list: download it, fill it in, check it, bring it in; all of it or nothing.
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormError, Notice } from './States.tsx'

interface SheetDialogProps<R> {
  title: string
  words: { intro: string; download: string; file: string; check: string; take: string }
  /** Where the file to fill in is. */
  href: string
  /** Its name, where the server gives none. */
  download?: string | undefined
  /** Sends the bytes in base64, to be checked alone or taken. */
  send: (file: string, check: boolean) => Promise<R>
  /** It was taken: what follows, before the dialog closes. */
  onTaken: (result: R) => Promise<void>
  /** What a right file would change. */
  checked: (result: R) => string
  /** What is wrong in it. */
  faults: (result: R) => ReactNode
  onClose: () => void
}

export function SheetDialog<R extends { done: boolean; problems: readonly unknown[] }>({
  title,
  words,
  href,
  download,
  send,
  onTaken,
  checked,
  faults,
  onClose,
}: SheetDialogProps<R>) {
  const t = useTexts(vi, en)
  const [file, setFile] = useState<File | null>(null)
  const sending = useMutation({
    mutationFn: async (check: boolean) => send(file ? await base64Of(file) : '', check),
    async onSuccess(result) {
      if (!result.done) return
      await onTaken(result)
      onClose()
    },
  })
  const result = sending.data
  return (
    <Dialog title={title} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (file) sending.mutate(false)
        }}
      >
        <p>{words.intro}</p>
        <p>
          <a href={href} download={download ?? true}>
            {words.download}
          </a>
        </p>
        <SheetField
          label={words.file}
          onFile={(chosen) => {
            setFile(chosen)
            sending.reset()
          }}
        />
        <FormError error={sending.error} />
        {result && !result.done && result.problems.length === 0 && (
          <Notice tone="good" alert>
            {checked(result)}
          </Notice>
        )}
        {result && result.problems.length > 0 && faults(result)}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.close}</Button>
          <Button disabled={!file || sending.isPending} onClick={() => sending.mutate(true)}>
            {words.check}
          </Button>
          <Button look="primary" type="submit" disabled={!file || sending.isPending}>
            {words.take}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Where an Excel file is chosen; null where none is any more. */
export function SheetField({
  label,
  onFile,
}: {
  label: string
  onFile: (file: File | null) => void
}) {
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          type="file"
          accept=".xlsx"
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        />
      )}
    </Field>
  )
}

/** The bytes of a file in base64. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(text)
}
