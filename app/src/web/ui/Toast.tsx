// Short messages at the lower edge, read out politely, with at most one action (undo).
import './toast.css'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { problemText } from '../api.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Button } from './Button.tsx'

interface Message {
  text: string
  detail?: string
  tone?: 'good' | 'bad'
  action?: { label: string; run: () => void }
}

interface ToastApi {
  show: (message: Message) => void
  /** An error in the server's words; stays until closed. */
  showError: (error: unknown) => void
}

const ToastContext = createContext<ToastApi>({ show: () => {}, showError: () => {} })

export function useToast(): ToastApi {
  return useContext(ToastContext)
}

const lifetime = 6_000

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts(vi, en)
  const [message, setMessage] = useState<(Message & { id: number }) | null>(null)
  const show = useCallback((next: Message) => {
    setMessage((before) => ({ ...next, id: (before?.id ?? 0) + 1 }))
  }, [])
  const api = useMemo<ToastApi>(
    () => ({
      show,
      showError(error) {
        const { title, detail } = problemText(error)
        show({ text: title, detail, tone: 'bad' })
      },
    }),
    [show],
  )
  useEffect(() => {
    if (!message || message.tone === 'bad') return
    const timer = setTimeout(() => setMessage(null), lifetime)
    return () => clearTimeout(timer)
  }, [message])
  return (
    <ToastContext value={api}>
      {children}
      <section className="toasts" aria-label={t.notifications} aria-live="polite">
        {message && (
          <div className={`toast ${message.tone ?? ''}`} key={message.id}>
            <span>
              <strong>{message.text}</strong>
              {message.detail && ` ${message.detail}`}
            </span>
            {message.action && (
              <Button
                small
                look="plain"
                onClick={() => {
                  message.action?.run()
                  setMessage(null)
                }}
              >
                {message.action.label}
              </Button>
            )}
            <Button small look="plain" aria-label={t.close} onClick={() => setMessage(null)}>
              ✕
            </Button>
          </div>
        )}
      </section>
    </ToastContext>
  )
}
