// How fast the reader reads: MB of UTF-8 a second on one core, and the share of a plain charCodeAt loop
// timed in the same process: `node bench/reader-speed.ts [seconds]`. The corpus is made here, from the
// samples where they are there and from sentences put together at random (always the same ones).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { read } from '../reader/src/index.ts'

const seconds = Number(argv[2] ?? 3)
const megabyte = 1e6

/** A generator with a fixed seed: the same corpus on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const openings = [
  'Trong 6 tháng đầu năm {y}, tổng thu ngân sách nhà nước trên địa bàn ước đạt {n}.{m} tỷ đồng, bằng {p},{d}% dự toán, tăng {q},{d}% so với cùng kỳ.',
  'Quý {r}/{y}, chỉ số sản xuất công nghiệp (IIP) tăng {q},{d}%; tổng mức bán lẻ hàng hóa đạt {n}.{m} tỷ đồng.',
  'Toàn tỉnh có {q}/{p} xã đạt chuẩn nông thôn mới, tỷ lệ hộ nghèo giảm còn {d},{q}%.',
  'Bên cạnh những kết quả đạt được, tiến độ giải ngân vốn đầu tư công còn chậm; công tác quản lý đất đai ở một số địa phương chưa chặt chẽ.',
  'Đồng chí Chủ tịch UBND tỉnh yêu cầu các sở, ngành, địa phương tập trung rà soát, tháo gỡ khó khăn; giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng tham mưu, hoàn thành trước ngày {q}/{d}/{y}.',
  'Hội nghị đã thảo luận, cho ý kiến vào dự thảo báo cáo và thống nhất thông qua Nghị quyết số {q}-NQ/TU về chuyển đổi số.',
  'Mưa lớn kéo dài từ đêm qua khiến nhiều tuyến đường liên thôn ngập sâu, người dân phải dùng thuyền để đi lại.',
  'Phiên chợ vùng cao mỗi tuần họp một lần, bán đủ thứ từ rau rừng, mật ong đến vải thổ cẩm.',
  'Theo Nghị định số 30/2020/NĐ-CP của Chính phủ, cơ quan chủ trì gửi báo cáo trước ngày 25 hằng tháng.',
  'Lễ hội thu hút hơn {q}.{m} lượt khách, doanh thu du lịch đạt {p} tỷ đồng.',
]

/** Documents of about four kilobytes, mixed. */
function corpus(): string[] {
  const documents: string[] = []
  const samples = join(import.meta.dirname, '..', 'samples')
  if (existsSync(samples))
    for (const name of readdirSync(samples).sort())
      if (name.endsWith('.txt')) documents.push(readFileSync(join(samples, name), 'utf8'))
  const next = numbers(20210713)
  while (documents.length < 400) {
    const paragraphs: string[] = []
    let length = 0
    while (length < 3200) {
      const sentences = Array.from({ length: 2 + next(4) }, () =>
        (openings[next(openings.length)] ?? '')
          .replaceAll('{y}', String(2013 + next(13)))
          .replaceAll('{n}', String(1 + next(90)))
          .replaceAll('{m}', String(100 + next(900)))
          .replaceAll('{p}', String(30 + next(70)))
          .replaceAll('{q}', String(1 + next(28)))
          .replaceAll('{d}', String(1 + next(9)))
          .replaceAll('{r}', ['I', 'II', 'III', 'IV'][next(4)] ?? 'I'),
      )
      const paragraph = sentences.join(' ')
      paragraphs.push(paragraph)
      length += paragraph.length
    }
    documents.push(paragraphs.join('\n\n'))
  }
  return documents
}

/** Best of many rounds, in MB of UTF-8 a second. */
function rate(bytes: number, round: () => void): number {
  let best = Number.POSITIVE_INFINITY
  const until = performance.now() + seconds * 1000
  do {
    const start = performance.now()
    round()
    best = Math.min(best, performance.now() - start)
  } while (performance.now() < until)
  return bytes / megabyte / (best / 1000)
}

const documents = corpus()
const bytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
let sink = 0
const scan = rate(bytes, () => {
  for (const text of documents)
    for (let at = 0; at < text.length; at++) sink = (sink + text.charCodeAt(at)) | 0
})
const reading = rate(bytes, () => {
  for (const text of documents) sink += read(text).findings.length
})
const long = documents.join('\n\n').slice(0, 700_000)
const longBytes = Buffer.byteLength(long)
const longRate = rate(longBytes, () => {
  sink += read(long).findings.length
})
stdout.write(
  [
    `corpus: ${documents.length} documents, ${(bytes / megabyte).toFixed(2)} MB of UTF-8`,
    `plain charCodeAt loop: ${scan.toFixed(0)} MB/s`,
    `reader, string to findings: ${reading.toFixed(1)} MB/s, ${((reading / scan) * 100).toFixed(2)} % of the loop`,
    `one text of ${(longBytes / megabyte).toFixed(2)} MB: ${longRate.toFixed(1)} MB/s, ${(reading / longRate).toFixed(2)} times the cost a byte`,
    `(checksum ${sink})`,
    '',
  ].join('\n'),
)
