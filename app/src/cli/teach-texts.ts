// What `giaoban lexicon` and `giaoban evaluate` say, Vietnamese and English.

const vi = {
  lexiconFine: (file: string, lines: number, words: number) =>
    `${file}: không có lỗi, ${lines} dòng, ${words} cách viết.`,
  lexiconNotes: (file: string, lines: number, notes: number) =>
    `${file}: dùng được, ${lines} dòng, ${notes} lưu ý.`,
  lexiconFaults: (file: string, faults: number) =>
    `${file}: ${faults} lỗi. Sửa các dòng trên rồi kiểm tra lại; chưa có gì được nạp.`,
  lexiconUnusable: (file: string, faults: number) =>
    `${file}: ${faults} lỗi. Xem: giaoban lexicon check ${file}`,
  lexiconEmpty: (file: string) => `${file}: không có dòng nào.`,
  notUtf8: 'không phải UTF-8. Lưu lại tệp theo bảng mã UTF-8',
  place: (file: string, line: number, column: number) => `${file}:${line} (cột ${column})`,
  exported: (file: string, documents: number, judgements: number) =>
    `Đã ghi ${file}: ${documents} văn bản, ${judgements} quyết định. Tệp có toàn văn; giữ như chính các văn bản đó.`,
  nothingDecided: 'Chưa có phát hiện nào được xác nhận hay bác bỏ, nên chưa có gì để đo.',
  notASet: (file: string, line: number) =>
    `${file}: dòng ${line} không phải của một bộ đánh giá. Tạo lại: giaoban evaluate --export ${file}`,
  notAResult: (file: string) =>
    `${file} không phải kết quả của giaoban evaluate --save. Đo lại bằng bản cũ rồi lưu.`,
  setOrDatabase: 'Nêu một bộ đánh giá, hoặc --export, không nêu cả hai.',
  measured: (documents: number, complete: number) =>
    `${documents} văn bản, ${complete} đã xem hết. Đúng: được xác nhận trong số đã quyết; đủ: tìm thấy trong số đã xác nhận.`,
  columns: {
    kind: 'loại',
    confirmed: 'xác nhận',
    found: 'tìm thấy',
    wrong: 'sai',
    precision: 'đúng',
    recall: 'đủ',
    exact: 'khớp mép',
    fields: 'đúng chi tiết',
  },
  worse: (kinds: string) => `Kém hơn lần trước ở: ${kinds}.`,
  notWorse: 'Không loại nào kém hơn lần trước.',
  saved: (file: string) => `Đã lưu kết quả vào ${file}.`,
}

const en: typeof vi = {
  lexiconFine: (file, lines, words) =>
    `${file}: no fault, ${lines} lines, ${words} ways of writing.`,
  lexiconNotes: (file, lines, notes) => `${file}: usable, ${lines} lines, ${notes} notes.`,
  lexiconFaults: (file, faults) =>
    `${file}: ${faults} faults. Mend the lines above and check again; nothing has been loaded.`,
  lexiconUnusable: (file, faults) =>
    `${file}: ${faults} faults. See: giaoban lexicon check ${file}`,
  lexiconEmpty: (file) => `${file}: has no line.`,
  notUtf8: 'is not UTF-8. Save the file as UTF-8',
  place: (file, line, column) => `${file}:${line} (column ${column})`,
  exported: (file, documents, judgements) =>
    `Wrote ${file}: ${documents} documents, ${judgements} decisions. It holds their whole texts; keep it as you keep them.`,
  nothingDecided: 'No finding has been confirmed or rejected yet, so there is nothing to measure.',
  notASet: (file, line) =>
    `${file}: line ${line} is not of an evaluation set. Make it again: giaoban evaluate --export ${file}`,
  notAResult: (file) =>
    `${file} is no result of giaoban evaluate --save. Measure again with the former release and save.`,
  setOrDatabase: 'Name a set, or --export, not both.',
  measured: (documents, complete) =>
    `${documents} documents, ${complete} decided completely. Precision: confirmed of those decided; recall: found of those confirmed.`,
  columns: {
    kind: 'kind',
    confirmed: 'confirmed',
    found: 'found',
    wrong: 'wrong',
    precision: 'precision',
    recall: 'recall',
    exact: 'exact',
    fields: 'fields right',
  },
  worse: (kinds) => `Worse than before: ${kinds}.`,
  notWorse: 'No kind is worse than before.',
  saved: (file) => `Saved the result to ${file}.`,
}

export const teachTexts = { vi, en }
export type TeachTexts = typeof vi
