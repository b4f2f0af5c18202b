// Makes the printed set in a child process with limits, one at a time: the server answers others meanwhile.

import { gate, runApart } from './child.ts'
import { TooManyFiles } from './parse.ts'
import type { PrintedPaper, PrintedSet } from './print-set.ts'

/** As it goes to the child: lengths in bytes in place of the PDFs, which follow in order. */
export type Packed = Omit<PrintedSet, 'items'> & {
  items: { title: string; papers: (Omit<PrintedPaper, 'pdf'> & { pdf: number | null })[] }[]
}

const limits = { seconds: 180, megabytes: 2000 }
const enter = gate(1, 20, () => new TooManyFiles('too many sets wait to be printed'))

/** The PDF's bytes. Rejects with `TooManyFiles` where too many wait, and where the child fails. */
export async function printSet(set: PrintedSet): Promise<Buffer> {
  const pdfs: Uint8Array[] = []
  const packed: Packed = {
    ...set,
    items: set.items.map((item) => ({
      ...item,
      papers: item.papers.map((paper) => {
        if (paper.pdf) pdfs.push(paper.pdf)
        return { ...paper, pdf: paper.pdf?.length ?? null }
      }),
    })),
  }
  const input = [Buffer.from(`${JSON.stringify(packed)}\n`), ...pdfs]
  const { code, out, errors, late } = await enter(() => runApart('print-child', [], input, limits))
  if (code !== 0 || late) throw new Error(`the set was not printed: ${errors.slice(-500)}`)
  return out
}
