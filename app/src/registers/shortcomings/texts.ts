// Words of the shortcomings page.

export const vi = {
  title: 'Tồn tại, hạn chế',
  intro: 'Gom theo chủ đề qua các hội nghị: lặp lại bao nhiêu lần, từ bao giờ, bằng câu nào.',
  emptyTitle: 'Chưa có tồn tại, hạn chế nào được xác nhận',
  emptyDetail:
    'Xác nhận các phát hiện loại "Tồn tại, hạn chế" trong một văn bản; chúng gom về đây.',
  toDocuments: 'Đến danh sách văn bản',
  recurring: (n: number) => `lặp lại ở ${n} văn bản`,
  once: 'mới nêu một lần',
  times: (n: number) => `${n} lần nêu`,
  first: 'Lần đầu',
  last: 'Gần nhất',
  in: 'Tại',
  noDate: 'không rõ ngày',
  filter: 'Lọc theo chủ đề, câu chữ',
  shown: (n: number, all: number) => `${n} / ${all} chủ đề`,
  noMatch: 'Không có chủ đề nào khớp với bộ lọc',
  summary: (topics: number, recurring: number) =>
    `${topics} chủ đề, ${recurring} chủ đề lặp lại từ hai văn bản trở lên.`,
}

export const en: typeof vi = {
  title: 'Shortcomings',
  intro: 'By topic across conferences: how often, since when, in which words.',
  emptyTitle: 'No shortcoming has been confirmed yet',
  emptyDetail: 'Confirm findings of the kind "Shortcoming" in a document; they gather here.',
  toDocuments: 'Go to the documents',
  recurring: (n: number) => `recurring: ${n} documents`,
  once: 'named once',
  times: (n: number) => `named ${n} time${n === 1 ? '' : 's'}`,
  first: 'First',
  last: 'Latest',
  in: 'At',
  noDate: 'no date known',
  filter: 'Filter by topic or words',
  shown: (n: number, all: number) => `${n} of ${all} topics`,
  noMatch: 'No topic matches the filter',
  summary: (topics: number, recurring: number) =>
    `${topics} topic${topics === 1 ? '' : 's'}, ${recurring} of them in two or more documents.`,
}
