// Takes files and text from anywhere on the screen: drag and drop, and Ctrl+V outside of fields.
import './documents.css'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useTexts } from '../../web/language.tsx'
import { addFiles } from '../../web/uploads.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { en, vi } from './texts.ts'

/** Shorter pasted text is a slip of the keyboard rather than a report. */
const leastPasted = 40

export function UploadDoor() {
  const t = useTexts(vi, en)
  const [, navigate] = useLocation()
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState<string | null>(null)

  useEffect(() => {
    const tooLarge = { title: t.uploads.tooLarge, detail: t.uploads.tooLargeDetail }
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    function take(files: FileList) {
      addFiles(files, tooLarge)
      navigate('/documents')
    }
    function onEnter(event: DragEvent) {
      if (!hasFiles(event)) return
      depth += 1
      setOver(true)
    }
    function onOver(event: DragEvent) {
      if (hasFiles(event)) event.preventDefault()
    }
    function onLeave() {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    function onDrop(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      if (event.dataTransfer) take(event.dataTransfer.files)
    }
    function onPaste(event: ClipboardEvent) {
      const target = event.target
      if (target instanceof Element && target.closest('input, textarea, select, dialog')) return
      const files = event.clipboardData?.files
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files && files.length > 0) take(files)
      else if (text.trim().length >= leastPasted) setPasted(text)
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [t, navigate])

  return (
    <>
      {over && (
        <div className="drop-veil" aria-hidden="true">
          <p>{t.dropHere}</p>
          <p>{t.noSecrets}</p>
        </div>
      )}
      {pasted !== null && <PasteDialog text={pasted} onClose={() => setPasted(null)} />}
    </>
  )
}
