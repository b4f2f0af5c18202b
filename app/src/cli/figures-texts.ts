// Words of `giaoban figures`.
import type { CheckCode } from '../registers/indicators/checks.ts'
import type { ImportProgress } from '../registers/indicators/figure-import-store.ts'

export const vi = {
  badHead: (missing: string) =>
    `Dòng đầu của tệp phải nêu tên các cột; thiếu: ${missing}. Đủ các cột: indicator, unit, from, to, told, value, missing, stage, reason, growth, share.`,
  badCell: (line: number, column: string, value: string) =>
    `Dòng ${line}, cột ${column}: không dùng được "${value}". Sửa ô này rồi chạy lại; chưa có gì được ghi.`,
  line: (row: number) => `Dòng ${row} của tệp. Chưa có gì được ghi.`,
  at(done: Parameters<ImportProgress>[0], seconds: number) {
    if ('rows' in done)
      return `đã đọc ${done.rows} dòng, ${Math.round(done.rows / Math.max(seconds, 0.001))} dòng/giây`
    if ('asked' in done) return `đang kiểm tra V1–V10: ${done.asked}/${done.of} chỉ tiêu`
    return `đang ghi: ${Math.round((100 * done.written) / done.of)}%`
  },
  done: (versions: number, unchanged: number, seconds: number) =>
    `Đã ghi ${versions} số liệu thành một lần nhập, ${unchanged} dòng không có gì mới, ${Math.round(seconds)} giây.`,
  hash: (hash: string) => `Mã băm các dòng (SHA-256): ${hash}`,
  questions: (counts: Partial<Record<CheckCode, number>>) =>
    `Cần xem lại: ${Object.entries(counts)
      .map(([code, n]) => `${code}: ${n}`)
      .join(', ')}.`,
  sure: 'Chưa có gì được ghi. Xem các dòng trên; nếu đúng là vậy, chạy lại với --sure.',
}

export const en: typeof vi = {
  badHead: (missing) =>
    `The first line of the file has to name the columns; missing: ${missing}. All columns: indicator, unit, from, to, told, value, missing, stage, reason, growth, share.`,
  badCell: (line, column, value) =>
    `Line ${line}, column ${column}: "${value}" cannot be used. Mend this cell and run it again; nothing was written.`,
  line: (row) => `Line ${row} of the file. Nothing was written.`,
  at(done, seconds) {
    if ('rows' in done)
      return `${done.rows} rows read, ${Math.round(done.rows / Math.max(seconds, 0.001))} a second`
    if ('asked' in done) return `checking V1 to V10: ${done.asked}/${done.of} indicators`
    return `writing: ${Math.round((100 * done.written) / done.of)}%`
  },
  done: (versions, unchanged, seconds) =>
    `${versions} figures written as one entry, ${unchanged} rows say nothing new, ${Math.round(seconds)} s.`,
  hash: (hash) => `Hash of the rows (SHA-256): ${hash}`,
  questions: (counts) =>
    `To be looked at: ${Object.entries(counts)
      .map(([code, n]) => `${code}: ${n}`)
      .join(', ')}.`,
  sure: 'Nothing was written. Look at the lines above; if that is how it is, run it again with --sure.',
}
