// Words of the citations.

export const vi = {
  title: 'Văn bản viện dẫn',
  intro: 'Nghị quyết, nghị định, kế hoạch mà các văn bản đã nhắc tới.',
  emptyTitle: 'Chưa có viện dẫn nào được xác nhận',
  emptyDetail: 'Xác nhận các phát hiện loại "Viện dẫn" trong một văn bản; chúng hiện ở đây.',
  toDocuments: 'Đến danh sách văn bản',
  filter: 'Lọc theo số hiệu, nơi ban hành',
  shown: (n: number, all: number) => `${n} / ${all}`,
  column: {
    instrument: 'Văn bản',
    symbol: 'Số hiệu',
    issuer: 'Nơi ban hành',
    date: 'Ngày',
    source: 'Nhắc tới trong',
  },
  notStated: 'không nêu',
  noMatch: 'Không có văn bản nào khớp với bộ lọc',
}

export const en: typeof vi = {
  title: 'Instruments cited',
  intro: 'Resolutions, decrees and plans that the documents refer to.',
  emptyTitle: 'No citation has been confirmed yet',
  emptyDetail: 'Confirm findings of the kind "Citation" in a document; they appear here.',
  toDocuments: 'Go to the documents',
  filter: 'Filter by number or issuer',
  shown: (n: number, all: number) => `${n} of ${all}`,
  column: {
    instrument: 'Instrument',
    symbol: 'Number',
    issuer: 'Issuer',
    date: 'Dated',
    source: 'Cited in',
  },
  notStated: 'not stated',
  noMatch: 'Nothing matches the filter',
}
