// The entry of the screens: styles, providers, then sign-in, set-up or the shell.
import './fonts.css'
import './tokens.css'
import './base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { ApiProblem } from './api.ts'
import { showKnownFonts } from './fonts.ts'
import { LanguageProvider } from './language.tsx'
import { SessionProvider } from './session.tsx'
import { applyTheme } from './theme.ts'
import { ToastProvider } from './ui/Toast.tsx'

applyTheme()
showKnownFonts()

const noFormOpen = () => document.querySelector('dialog[open]') === null

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A form sends the version of what it was filled from: what lies behind it stays while it is open.
      refetchOnWindowFocus: noFormOpen,
      refetchOnReconnect: noFormOpen,
      // What the server refused stays refused; only a lost connection is worth a second try.
      retry: (count, error) => count < 2 && error instanceof ApiProblem && error.status === 0,
    },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <ToastProvider>
          <SessionProvider>
            <App />
          </SessionProvider>
        </ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
