// Why a project is late, in words, and what the rules are.
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useMoney } from './AmountField.tsx'
import type { ProjectLine } from './contract.ts'
import { lateRules } from './late.ts'
import { en, vi } from './texts.ts'

interface LateReasonsProps {
  reasons: ProjectLine['late']
  /** How many are told; all where it is left out. */
  most?: number
}

export function LateReasons({ reasons, most = reasons.length }: LateReasonsProps) {
  const t = useTexts(vi, en)
  const money = useMoney()
  if (reasons.length === 0) return null
  const left = reasons.length - most
  return (
    <ul className="late-reasons">
      {reasons.slice(0, most).map((one) => {
        const size = one.rule === 'disbursement' ? money.millions : money.number
        return (
          <li key={`${one.rule} ${one.what} ${one.on}`}>
            {t.late[one.rule]({
              on: formatDate(one.on),
              month: t.month(one.on),
              what: one.what ?? '',
              share: money.share(one.reached, one.expected),
              reached: size(one.reached ?? 0),
              expected: size(one.expected ?? 0),
            })}
          </li>
        )
      })}
      {left > 0 && <li>{t.lateMore(left)}</li>}
    </ul>
  )
}

export function LateRules() {
  const t = useTexts(vi, en)
  return (
    <details className="late-rules">
      <summary>{t.rulesTitle}</summary>
      <ul>
        {lateRules.map((rule) => (
          <li key={rule}>{t.rules[rule]}</li>
        ))}
      </ul>
    </details>
  )
}
