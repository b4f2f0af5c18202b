// The frame of every screen: navigation at the left (a drawer on small screens), the header with
// search, language and account, the main content with its own scrolling.
import './shell.css'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { sessionRoutes } from '../http/session-contract.ts'
import { Bell } from '../registers/mail/Bell.tsx'
import { request } from './api.ts'
import { asksOf } from './asks.ts'
import { homeOf } from './capabilities.ts'
import { askEarly } from './early-answers.ts'
import { useLanguage, useTexts } from './language.tsx'
import { RoleNames } from './RoleNames.tsx'
import { navigationOf, SearchPalette } from './routes.tsx'
import { useSession } from './session.tsx'
import { en, vi } from './texts.ts'
import { setTheme, type Theme, useTheme } from './theme.ts'
import { Button } from './ui/Button.tsx'
import { useToast } from './ui/Toast.tsx'
import { useSignOut } from './useSignOut.tsx'

export function Shell({ children }: { children: ReactNode }) {
  const t = useTexts(vi, en)
  const [location] = useLocation()
  const [drawer, setDrawer] = useState(false)
  const [palette, setPalette] = useState(false)
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the address changes
  useEffect(() => {
    setDrawer(false)
    if (first.current) first.current = false
    else arrive(main.current)
    main.current?.scrollTo({ top: 0 })
  }, [location])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK') {
        if (!SearchPalette) return
        event.preventDefault()
        setPalette(true)
      } else if (event.key === 'Escape') setDrawer(false)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="shell-head">
        <Button
          look="plain"
          className="shell-menu"
          aria-expanded={drawer}
          aria-controls="navigation"
          onClick={() => setDrawer(!drawer)}
        >
          <span aria-hidden="true">{drawer ? '✕' : '☰'}</span>
          <span className="visually-hidden">{drawer ? t.closeMenu : t.menu}</span>
        </Button>
        <Brand />
        {SearchPalette && (
          <button type="button" className="shell-search" onClick={() => setPalette(true)}>
            <span aria-hidden="true">⌕</span>
            <span className="shell-search-word">{t.search}</span>
            <kbd>Ctrl K</kbd>
          </button>
        )}
        <div className="shell-tools">
          <Bell />
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </header>
      <Navigation open={drawer} />
      {drawer && <div className="shell-veil" onPointerDown={() => setDrawer(false)} />}
      {/* It scrolls, so the keyboard must get there even where it holds no control. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <main id="main" ref={main} tabIndex={0} className="shell-main">
        {children}
      </main>
      {palette && SearchPalette && (
        <Suspense fallback={null}>
          <SearchPalette onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** Moves the focus to a new screen without a ring around it: nobody came there by key. */
function arrive(main: HTMLElement | null): void {
  if (!main) return
  main.dataset.arrived = ''
  main.focus({ preventScroll: true })
  main.addEventListener('blur', () => delete main.dataset.arrived, { once: true })
}

function Brand() {
  const { session, can } = useSession()
  return (
    <Link href={homeOf(can)} className="shell-brand">
      <span className="brand-name">Giao Ban</span>
      <span className="brand-province">{session.province?.name}</span>
    </Link>
  )
}

function Navigation({ open }: { open: boolean }) {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [location] = useLocation()
  return (
    <nav id="navigation" className="shell-nav" data-open={open} aria-label={t.mainNavigation}>
      <ul>
        {navigationOf(can).map(({ name, path, screen }) => (
          <li key={name}>
            <Link
              href={path}
              {...intent(() => {
                void screen.load().catch(() => undefined)
                for (const one of asksOf(path, can)) void askEarly(one)
              })}
              aria-current={
                location === path || location.startsWith(`${path}/`) ? 'page' : undefined
              }
            >
              {t.nav[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Milliseconds that a pointer rests on a line before it means it: less is on its way to another. */
const rest = 65

/** Begins what a line needs when somebody is about to follow it. */
function intent(begin: () => void) {
  let resting: ReturnType<typeof setTimeout> | undefined
  return {
    onPointerEnter() {
      clearTimeout(resting)
      resting = setTimeout(begin, rest)
    },
    onPointerLeave: () => clearTimeout(resting),
    onPointerDown: begin,
  }
}

/** One press to the other language; signed in, the account remembers it. */
export function LanguageSwitch() {
  const t = useTexts(vi, en)
  const { language, setLanguage } = useLanguage()
  const { session, setSession } = useSession()
  const toast = useToast()
  const other = language === 'en' ? 'vi' : 'en'
  return (
    <Button
      look="plain"
      small
      lang={other}
      onClick={() => {
        setLanguage(other)
        if (!session.signedIn) return
        request<typeof sessionRoutes.setLocale>('patch', '/api/session', {
          body: { locale: other },
        }).then(setSession, toast.showError)
      }}
    >
      {t.otherLanguage}
    </Button>
  )
}

const themes: Theme[] = ['auto', 'light', 'dark']

export function ThemeChoice() {
  const t = useTexts(vi, en)
  const theme = useTheme()
  return (
    <fieldset className="theme-choice">
      <legend>{t.theme}</legend>
      {themes.map((one) => (
        <label key={one}>
          <input type="radio" name="theme" checked={theme === one} onChange={() => setTheme(one)} />
          {t.themes[one]}
        </label>
      ))}
    </fieldset>
  )
}

function AccountMenu() {
  const t = useTexts(vi, en)
  const { session } = useSession()
  const signOut = useSignOut(() => request<typeof sessionRoutes.signOut>('delete', '/api/session'))
  const [location] = useLocation()
  const menu = useRef<HTMLDetailsElement>(null)
  const account = session.account

  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the address changes
  useEffect(() => {
    if (menu.current) menu.current.open = false
  }, [location])

  useEffect(() => {
    function close(event: Event) {
      const element = menu.current
      if (!element?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        element.querySelector('summary')?.focus()
      } else if (event.target instanceof Node && element.contains(event.target)) return
      element.open = false
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])

  if (!account) return null
  return (
    <>
      <details className="account-menu" ref={menu}>
        <summary className="button plain small" aria-label={`${t.account}: ${account.name}`}>
          <span className="account-name">{account.name}</span>
          <span aria-hidden="true">▾</span>
        </summary>
        <div className="account-panel">
          <p>
            <strong>{account.name}</strong>
            <span className="muted">
              {account.address} · <RoleNames roles={account.roles} />
            </span>
          </p>
          <ThemeChoice />
          <Link href="/account">{t.account}</Link>
          <Button onClick={signOut.start} disabled={signOut.busy}>
            {t.signOut}
          </Button>
        </div>
      </details>
      {signOut.dialog}
    </>
  )
}
