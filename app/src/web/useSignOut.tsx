// Signing out: what was typed and not sent is told first, and lost only when somebody says so.
import { type ReactNode, useState } from 'react'
import type { Unsent } from '../registers/sitting/drafts.ts'
import { useTexts } from './language.tsx'
import { wipeCopies } from './offline/mark.ts'
import { useSession } from './session.tsx'
import { en, vi } from './texts.ts'
import { Button } from './ui/Button.tsx'
import { Dialog } from './ui/Dialog.tsx'
import { useToast } from './ui/Toast.tsx'
import { unsentOf, wipeUnsentOf } from './unsent.ts'

interface SigningOut {
  /** Signs out, at once where nothing would be lost. */
  start: () => void
  busy: boolean
  /** To be drawn beside the button. */
  dialog: ReactNode
}

/** `end` ends the session on the server. Nothing is wiped before that has been done. */
export function useSignOut(end: () => Promise<unknown>): SigningOut {
  const t = useTexts(vi, en).signOutUnsent
  const account = useSession().session.account?.id ?? ''
  const toast = useToast()
  const [unsent, setUnsent] = useState<Unsent[]>([])
  const [busy, setBusy] = useState(false)

  async function leave() {
    setBusy(true)
    try {
      await end()
      await wipeCopies()
      wipeUnsentOf(account)
      // A full load, so that nothing of this account stays in the memory of the page.
      window.location.assign('/')
    } catch (error) {
      toast.showError(error)
      setBusy(false)
    }
  }

  async function start() {
    setBusy(true)
    const found = await unsentOf(account)
    setUnsent(found)
    setBusy(false)
    if (found.length === 0) await leave()
  }

  const stay = () => setUnsent([])
  const dialog = unsent.length > 0 && (
    <Dialog title={t.title} onClose={stay}>
      <p>{t.intro}</p>
      <ul>
        {unsent.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that does not change
          <li key={index}>
            {t.kinds[kind]}: <q>{text}</q>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button look="primary" onClick={stay}>
          {t.stay}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => void leave()}>
          {t.lose}
        </Button>
      </div>
    </Dialog>
  )
  return { start: () => void start(), busy, dialog }
}
