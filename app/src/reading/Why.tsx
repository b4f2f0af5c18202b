// Why a finding was made: its rule, and the trace where the reader gave one.
import type { Trace } from '@giaoban/reader'
import type { FindingView } from './contract.ts'
import type { vi } from './texts.ts'

export function Why({ finding, t }: { finding: FindingView; t: typeof vi }) {
  const trace = (finding.payload as { trace?: Trace }).trace
  return (
    <details className="finding-why">
      <summary>{t.why}</summary>
      <p>
        {t.rule}: <code>{finding.rule}</code>
        {finding.madeBy === 'person' && ` (${t.byPerson})`}
      </p>
      {trace && trace.steps.length > 0 && (
        <>
          <p>{t.steps}:</p>
          <ol>
            {trace.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {trace && trace.inherited.length > 0 && (
        <>
          <p>{t.inherited}:</p>
          <ul>
            {trace.inherited.map(({ field, from, rule }) => (
              <li key={`${field} ${rule}`}>
                {field}: {from ? `“${from.quote}”` : ''} <code>{rule}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {trace && trace.refused.length > 0 && (
        <>
          <p>{t.refused}:</p>
          <ul>
            {trace.refused.map(({ reading, why }) => (
              <li key={reading}>
                {reading}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
