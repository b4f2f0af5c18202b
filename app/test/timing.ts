// Whether times tell something: quantiles, and Mann-Whitney's U of two kinds of answers.

/** The value below which this share of them lies. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

/** How often a value of `b` is greater than one of `a`, and the two-sided p of Mann-Whitney's U. */
export function compared(a: readonly number[], b: readonly number[]): { share: number; p: number } {
  const all = [...a.map((value) => ({ value, of: 'a' })), ...b.map((value) => ({ value, of: 'b' }))]
  all.sort((x, y) => x.value - y.value)
  const ranks = all.reduce((sum, { of }, at) => (of === 'b' ? sum + at + 1 : sum), 0)
  const u = ranks - (b.length * (b.length + 1)) / 2
  const pairs = a.length * b.length
  const z = (u - pairs / 2) / Math.sqrt((pairs * (a.length + b.length + 1)) / 12)
  return { share: u / pairs, p: twoSided(z) }
}

/** Two-sided p of a standard normal value (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const terms = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429]
  return terms.reduceRight((sum, term) => (sum + term) * t, 0) * Math.exp(-x * x)
}
