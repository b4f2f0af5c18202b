// Words of the search page and palette.

export const vi = {
  title: 'Tìm kiếm',
  intro: 'Trong mọi văn bản và sổ theo dõi, có dấu hay không dấu đều được.',
  placeholder: 'Tìm văn bản, nhiệm vụ, chỉ tiêu, hạn chế…',
  nothing: (q: string) => `Không tìm thấy gì cho “${q}”`,
  nothingDetail: 'Thử ít từ hơn, hoặc viết không dấu.',
  start: 'Gõ vài chữ để tìm',
  results: (n: number) => `${n} kết quả`,
  keys: '↑ ↓ chọn, Enter mở, Esc đóng',
  kind: {
    document: 'Văn bản',
    conference: 'Hội nghị',
    indicator: 'Chỉ tiêu',
    observation: 'Số liệu',
    shortcoming: 'Hạn chế',
    assignment: 'Nhiệm vụ',
    agendaItem: 'Nội dung',
    opinion: 'Ý kiến',
    opinionRound: 'Lấy ý kiến',
    decision: 'Quyết nghị',
    citation: 'Viện dẫn',
  },
}

export const en: typeof vi = {
  title: 'Search',
  intro: 'In every document and register, with or without diacritics.',
  placeholder: 'Find documents, assignments, indicators, shortcomings…',
  nothing: (q: string) => `Nothing found for “${q}”`,
  nothingDetail: 'Try fewer words, or leave the diacritics out.',
  start: 'Type some letters to search',
  results: (n: number) => `${n} result${n === 1 ? '' : 's'}`,
  keys: '↑ ↓ to choose, Enter to open, Esc to close',
  kind: {
    document: 'Document',
    conference: 'Conference',
    indicator: 'Indicator',
    observation: 'Figure',
    shortcoming: 'Shortcoming',
    assignment: 'Assignment',
    agendaItem: 'Agenda item',
    opinion: 'Opinion',
    opinionRound: 'Opinion round',
    decision: 'Decision',
    citation: 'Citation',
  },
}
