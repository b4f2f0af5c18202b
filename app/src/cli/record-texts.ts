// Words of `giaoban record …`.
import type { Language } from './texts.ts'

const vi = {
  commands: {
    head: 'Ký đầu chuỗi nhật ký ngay bây giờ (máy chủ tự ký mỗi ngày một lần)',
    heads: 'In các đầu chuỗi đã ký, mỗi dòng một JSON',
    export: 'Xuất nhật ký để giaoban-verify kiểm tra; ra tệp hoặc đầu ra chuẩn',
    key: 'In khóa công khai và vân tay của nó',
  },
  signed: (number: number, day: string, count: number, hash: string) =>
    `Đã ký đầu chuỗi số ${number}, ngày ${day}: ${count} dòng, ${hash}`,
  headsIn: (file: string) =>
    `Mọi đầu chuỗi nằm trong ${file}: chép ra nơi khác thì mới có giá trị.`,
  exported: (file: string, links: number) => `Đã xuất ${links} dòng nhật ký vào ${file}.`,
  fingerprint: (text: string) => `Vân tay: ${text}`,
  keepApart: (file: string) =>
    `Khóa riêng nằm ở ${file}, không có trong bản sao lưu: cất một bản ở nơi khác.`,
}

type RecordTexts = typeof vi

const en: RecordTexts = {
  commands: {
    head: 'Sign the head of the record now (the server does it once a day)',
    heads: 'Print the signed heads, one JSON a line',
    export: 'Export the record for giaoban-verify, into a file or to standard output',
    key: 'Print the public key and its fingerprint',
  },
  signed: (number, day, count, hash) => `Signed head ${number} of ${day}: ${count} links, ${hash}`,
  headsIn: (file) => `All heads are in ${file}: they are worth something once copied elsewhere.`,
  exported: (file, links) => `Exported ${links} links of the record into ${file}.`,
  fingerprint: (text) => `Fingerprint: ${text}`,
  keepApart: (file) => `The private key is ${file}, in no backup: keep a copy elsewhere.`,
}

export const recordTexts: Record<Language, RecordTexts> = { vi, en }
