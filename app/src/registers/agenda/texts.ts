// Words of the agenda.

export const vi = {
  empty: 'Chưa có nội dung nào.',
}

export const en: typeof vi = {
  empty: 'No item yet.',
}
