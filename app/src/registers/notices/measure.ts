// How long a line of Times New Roman is: for rules that follow the length of the text above them.
// Advance widths of Times (Adobe's published metrics, thousandths of the size), which Times New Roman and
// Liberation Serif share; a letter with marks is as wide as its base.

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lower = 'abcdefghijklmnopqrstuvwxyz'

const widths = {
  regular: {
    upper: [
      722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556,
      611, 722, 722, 944, 722, 722, 611,
    ],
    lower: [
      444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
      278, 500, 500, 722, 500, 500, 444,
    ],
  },
  bold: {
    upper: [
      722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556,
      667, 722, 722, 1000, 722, 722, 667,
    ],
    lower: [
      500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
      333, 556, 500, 722, 500, 500, 444,
    ],
  },
}

const others: Record<string, number> = {
  ' ': 250,
  '-': 333,
  ',': 250,
  '.': 250,
  '/': 278,
  ':': 278,
}

/** Width of a line in millimetres at a size in points. */
export function widthOf(text: string, size: number, bold: boolean): number {
  const table = bold ? widths.bold : widths.regular
  let sum = 0
  for (const letter of plainLetters(text)) {
    const at = upper.indexOf(letter)
    const below = lower.indexOf(letter)
    sum += table.upper[at] ?? table.lower[below] ?? others[letter] ?? 500
  }
  return ((sum / 1000) * size * 25.4) / 72
}

const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd')

/** The lines a text takes in a width of millimetres, broken at its own line breaks and between words. */
export function linesIn(text: string, size: number, bold: boolean, width: number): string[] {
  return text.split('\n').flatMap((whole) => {
    const lines: string[] = []
    let line = ''
    for (const word of whole.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && widthOf(longer, size, bold) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
}
