// Formulas over indicators, by their codes: "100 * thu_noi_dia / tong_thu". Read by hand: numbers with a
// point, codes, + - * / and brackets, nothing else can be said in it.

type Operator = '+' | '-' | '*' | '/'

export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'code'; code: string }
  | { kind: 'minus'; of: Formula }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula }

interface Token {
  text: string
  at: number
}

/** Deepest nesting of brackets and signs. */
const deepest = 50

/** The formula, or the place (from 0) where it cannot be read. */
export function parseFormula(text: string): Formula | { faultAt: number } {
  const tokens: Token[] = []
  const pattern = /\s*(?:(\d+(?:\.\d+)?|[a-z][a-z0-9_.]*|[-+*/()]))/gy
  let end = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    end = pattern.lastIndex
    tokens.push({ text: match[1] ?? '', at: end - (match[1]?.length ?? 0) })
  }
  if (text.slice(end).trim() !== '') {
    return { faultAt: end + (text.slice(end).length - text.slice(end).trimStart().length) }
  }
  let at = 0
  const fault = (): never => {
    throw new Fault(tokens[at]?.at ?? text.length)
  }
  const sum = (depth: number): Formula => {
    let left = product(depth)
    for (let operator = next('+', '-'); operator; operator = next('+', '-'))
      left = { kind: 'operation', operator, left, right: product(depth) }
    return left
  }
  const product = (depth: number): Formula => {
    let left = factor(depth)
    for (let operator = next('*', '/'); operator; operator = next('*', '/'))
      left = { kind: 'operation', operator, left, right: factor(depth) }
    return left
  }
  const factor = (depth: number): Formula => {
    if (depth > deepest) return fault()
    if (next('-')) return { kind: 'minus', of: factor(depth + 1) }
    const token = tokens[at]
    if (!token) return fault()
    if (token.text === '(') {
      at++
      const inside = sum(depth + 1)
      if (tokens[at]?.text !== ')') return fault()
      at++
      return inside
    }
    if (/^\d/.test(token.text)) {
      at++
      return { kind: 'number', value: Number(token.text) }
    }
    if (/^[a-z]/.test(token.text)) {
      at++
      return { kind: 'code', code: token.text }
    }
    return fault()
  }
  const next = (...wanted: Operator[]): Operator | null => {
    const found = wanted.find((one) => one === tokens[at]?.text)
    if (!found) return null
    at++
    return found
  }
  try {
    const formula = sum(0)
    return at < tokens.length ? { faultAt: tokens[at]?.at ?? 0 } : formula
  } catch (error) {
    if (error instanceof Fault) return { faultAt: error.at }
    throw error
  }
}

class Fault extends Error {
  readonly at: number

  constructor(at: number) {
    super(`formula cannot be read at ${at}`)
    this.at = at
  }
}

/** The value; null where a code has none, and for a division by zero. */
export function evaluateFormula(
  formula: Formula,
  valueFor: (code: string) => number | null,
): number | null {
  switch (formula.kind) {
    case 'number':
      return formula.value
    case 'code':
      return valueFor(formula.code)
    case 'minus': {
      const value = evaluateFormula(formula.of, valueFor)
      return value === null ? null : -value
    }
    case 'operation': {
      const left = evaluateFormula(formula.left, valueFor)
      const right = evaluateFormula(formula.right, valueFor)
      if (left === null || right === null) return null
      if (formula.operator === '/' && right === 0) return null
      return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[
        formula.operator
      ]
    }
  }
}

/** The codes in it, each once, in order. */
export function codesIn(formula: Formula): string[] {
  const codes = new Set<string>()
  const visit = (one: Formula): void => {
    if (one.kind === 'code') codes.add(one.code)
    else if (one.kind === 'minus') visit(one.of)
    else if (one.kind === 'operation') {
      visit(one.left)
      visit(one.right)
    }
  }
  visit(formula)
  return [...codes]
}

/** The way from a code back to itself through formulas, `['a', 'b', 'a']`; null for none. */
export function formulaCycle(
  code: string,
  partsOf: (code: string) => readonly string[],
): string[] | null {
  const seen = new Set<string>()
  const walk = (at: string, way: string[]): string[] | null => {
    for (const part of partsOf(at)) {
      if (part === code) return [...way, part]
      if (seen.has(part)) continue
      seen.add(part)
      const found = walk(part, [...way, part])
      if (found) return found
    }
    return null
  }
  return walk(code, [code])
}
