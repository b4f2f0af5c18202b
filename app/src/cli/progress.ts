// How far a long run has come, on standard error, in one line that is written over.
const pause = 200

/** Counts what is done; prints only where it was asked for, which is found out when there is something to print. */
export class Progress {
  private readonly isShown: () => boolean
  private readonly line: (done: number, troubles: number, seconds: number) => string
  private readonly began = process.uptime()
  private last = 0
  private done = 0
  private troubles = 0
  private written = false

  constructor(
    isShown: () => boolean,
    line: (done: number, troubles: number, seconds: number) => string,
  ) {
    this.isShown = isShown
    this.line = line
  }

  /** Some more are done. */
  step(count: number, troubles: number): void {
    this.done += count
    this.troubles += troubles
    const now = process.uptime() * 1000
    if (now - this.last < pause || !this.isShown()) return
    this.last = now
    this.write()
  }

  /** Makes room for a message. */
  clear(): void {
    if (this.written) process.stderr.write('\r\u001b[K')
    this.written = false
  }

  /** The last count stays. */
  end(): void {
    if (this.done + this.troubles === 0 || !this.isShown()) return
    this.write()
    process.stderr.write('\n')
  }

  private write(): void {
    const seconds = process.uptime() - this.began
    process.stderr.write(`\r${this.line(this.done, this.troubles, seconds)}\u001b[K`)
    this.written = true
  }
}
