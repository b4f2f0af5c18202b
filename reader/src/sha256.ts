// SHA-256 of a text's UTF-8 bytes, in plain code so that it runs in a browser without waiting.

// Signed words throughout: sums wrap by `| 0`, and V8 keeps them in registers as 32-bit integers.
const round = new Int32Array(64)
const start = new Int32Array(8)
const encoder = new TextEncoder()

{
  const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0
  let found = 0
  for (let candidate = 2; found < 64; candidate++) {
    let prime = true
    for (let factor = 2; factor * factor <= candidate; factor++)
      if (candidate % factor === 0) prime = false
    if (!prime) continue
    if (found < 8) start[found] = fraction(candidate ** (1 / 2))
    round[found++] = fraction(candidate ** (1 / 3))
  }
}

// Bytes and schedule are kept from one text to the next; a long text gets bytes of its own.
const usual = 1 << 18
const shared = new Uint8Array(usual)
const schedule = new Int32Array(64)

/** Lower-case hexadecimal digest of the UTF-8 form of `text`. */
export function sha256(text: string): string {
  // A code unit takes at most three bytes; mark, padding and length at most 72 more.
  const room = text.length * 3 + 72
  const bytes = room <= usual ? shared : new Uint8Array(room)
  const { written } = encoder.encodeInto(text, bytes)
  const end = Math.ceil((written + 9) / 64) * 64
  bytes.fill(0, written, end)
  bytes[written] = 0x80
  let bits = written * 8
  for (let at = end - 1; bits > 0; at--) {
    bytes[at] = bits & 255
    bits = Math.floor(bits / 256)
  }
  const state = Int32Array.from(start)
  for (let at = 0; at < end; at += 64) compress(state, schedule, bytes, at)
  let hex = ''
  for (const value of state) hex += (value >>> 0).toString(16).padStart(8, '0')
  return hex
}

function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0; i < 16; i++) {
    const b = at + i * 4
    w[i] =
      ((bytes[b] ?? 0) << 24) |
      ((bytes[b + 1] ?? 0) << 16) |
      ((bytes[b + 2] ?? 0) << 8) |
      (bytes[b + 3] ?? 0)
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] ?? 0
    const y = w[i - 2] ?? 0
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0
  }
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (round[i] ?? 0) + (w[i] ?? 0)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = ((state[0] ?? 0) + a) | 0
  state[1] = ((state[1] ?? 0) + b) | 0
  state[2] = ((state[2] ?? 0) + c) | 0
  state[3] = ((state[3] ?? 0) + d) | 0
  state[4] = ((state[4] ?? 0) + e) | 0
  state[5] = ((state[5] ?? 0) + f) | 0
  state[6] = ((state[6] ?? 0) + g) | 0
  state[7] = ((state[7] ?? 0) + h) | 0
}
