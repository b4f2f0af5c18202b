// How far a long run has come, on standard error, in one line that is written over.
import { stderr } from 'node:process'

const pause = 200

/** Counts what is done; prints only where it was asked for. */
export class Progress {
  private readonly shown: boolean
  private readonly line: (done: number, troubles: number, seconds: number) => string
  private readonly began = performance.now()
  private last = 0
  private done = 0
  private troubles = 0
  private written = false

  constructor(shown: boolean, line: (done: number, troubles: number, seconds: number) => string) {
    this.shown = shown
    this.line = line
  }

  /** Some more are done. */
  step(count: number, troubles: number): void {
    this.done += count
    this.troubles += troubles
    const now = performance.now()
    if (!this.shown || now - this.last < pause) return
    this.last = now
    this.write()
  }

  /** Makes room for a message. */
  clear(): void {
    if (this.written) stderr.write('\r\u001b[K')
    this.written = false
  }

  /** The last count stays. */
  end(): void {
    if (!this.shown || this.done === 0) return
    this.write()
    stderr.write('\n')
  }

  private write(): void {
    const seconds = (performance.now() - this.began) / 1000
    stderr.write(`\r${this.line(this.done, this.troubles, seconds)}\u001b[K`)
    this.written = true
  }
}
