// An amount of money typed in millions of đồng, as plans and the treasury write it.
import { useState } from 'react'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { formatPlain, readTyped } from '../reporting/typed.ts'
import { en, vi } from './texts.ts'

const million = 1_000_000

/** Đồng as they stand in such a field; empty for none. */
export const asMillions = (amount: number | null, language: 'vi' | 'en'): string =>
  amount === null ? '' : formatPlain(amount / million, language)

/** What was typed in đồng; null for nothing, undefined for what is no amount. */
export function amountTyped(typed: string): number | null | undefined {
  const read = readTyped(typed)
  if (read.is === 'empty') return null
  return read.is === 'number' && read.value >= 0 ? Math.round(read.value * million) : undefined
}

interface AmountFieldProps {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  disabled?: boolean
  autoFocus?: boolean
}

export function AmountField({ value, hint, onChange, ...rest }: AmountFieldProps) {
  const t = useTexts(vi, en)
  const [left, setLeft] = useState(false)
  const wrong = left && amountTyped(value) === undefined
  return (
    <TextField
      {...rest}
      hint={hint ? `${hint} ${t.inMillions}` : t.inMillions}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      error={
        wrong ? (readTyped(value).is === 'either' ? t.amountEither : t.amountWrong) : undefined
      }
      onBlur={() => setLeft(true)}
      onChange={(text) => {
        setLeft(false)
        onChange(text)
      }}
    />
  )
}

/** Amounts, shares and months in the language of the screen. */
export function useMoney() {
  const { language } = useLanguage()
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    maximumFractionDigits: 3,
  })
  const percent = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    ...{ style: 'percent', maximumFractionDigits: 1 },
  })
  return {
    /** In millions, without the unit. */
    millions: (amount: number) => number.format(amount / million),
    number: (value: number) => number.format(value),
    /** "49,5%"; a dash where nothing, or zero, is below. */
    share: (part: number | null, whole: number | null) =>
      part === null || whole === null || whole === 0 ? '–' : percent.format(part / whole),
  }
}
