// Buttons and links that look like buttons. `primary`: at most one in sight.
import './ui.css'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link } from 'wouter'

type Look = 'normal' | 'primary' | 'plain' | 'danger'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look
  small?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'normal', small, className, type, ...rest }: ButtonProps) {
  return <button {...rest} type={type ?? 'button'} className={classes(look, small, className)} />
}

interface ButtonLinkProps {
  to: string
  look?: Look
  small?: boolean
  children: ReactNode
}

/** A link inside the application, dressed as a button. */
export function ButtonLink({ to, look = 'normal', small, children }: ButtonLinkProps) {
  return (
    <Link href={to} className={classes(look, small)}>
      {children}
    </Link>
  )
}

function classes(look: Look, small?: boolean, more?: string): string {
  return ['button', look === 'normal' ? '' : look, small ? 'small' : '', more ?? '']
    .filter(Boolean)
    .join(' ')
}
