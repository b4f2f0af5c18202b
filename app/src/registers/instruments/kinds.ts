// Kinds of instruments, with the words that documents call them by and the abbreviations in their numbers
// (NĐ 30/2020 Phụ lục III for the State; HD 36, HD 05 for the Party).

export const sides = ['central', 'own'] as const

export type Side = (typeof sides)[number]

/** From the narrowest to the widest: nobody is invited to an instrument, and it belongs to no single body. */
export const instrumentLevels = ['office', 'internal', 'public'] as const

export type InstrumentLevel = (typeof instrumentLevels)[number]

export const instrumentKinds = [
  'resolution',
  'directive',
  'conclusion',
  'decision',
  'regulation',
  'rules',
  'guidance',
  'notice',
  'plan',
  'programme',
  'scheme',
  'decree',
  'circular',
  'law',
  'ordinance',
  'report',
  'proposal',
  'letter',
  'other',
] as const

export type InstrumentKind = (typeof instrumentKinds)[number]

/** Vietnamese words of each kind, in lower case, as the reader gives them. */
export const kindWords: Readonly<Record<string, InstrumentKind>> = {
  'nghị quyết': 'resolution',
  'nghị quyết liên tịch': 'resolution',
  'chỉ thị': 'directive',
  'kết luận': 'conclusion',
  'quyết định': 'decision',
  'quy định': 'regulation',
  'quy chế': 'rules',
  'hướng dẫn': 'guidance',
  'thông báo': 'notice',
  'kế hoạch': 'plan',
  'chương trình': 'programme',
  'đề án': 'scheme',
  'nghị định': 'decree',
  'thông tư': 'circular',
  'thông tư liên tịch': 'circular',
  luật: 'law',
  'bộ luật': 'law',
  'hiến pháp': 'law',
  'pháp lệnh': 'ordinance',
  'báo cáo': 'report',
  'tờ trình': 'proposal',
  'công văn': 'letter',
  'công điện': 'letter',
  'thông tri': 'other',
  'điều lệ': 'other',
  lệnh: 'other',
  'sắc lệnh': 'other',
}

/** Abbreviations in numbers, in capitals without diacritics. QĐ is not here: it stands for two kinds. */
export const kindCodes: Readonly<Record<string, InstrumentKind>> = {
  NQ: 'resolution',
  NQLT: 'resolution',
  CT: 'directive',
  KL: 'conclusion',
  QDI: 'regulation',
  QYD: 'regulation',
  QC: 'rules',
  HD: 'guidance',
  TB: 'notice',
  KH: 'plan',
  CTR: 'programme',
  DA: 'scheme',
  ND: 'decree',
  TT: 'circular',
  TTLT: 'circular',
  L: 'law',
  PL: 'ordinance',
  BC: 'report',
  TTR: 'proposal',
  CV: 'letter',
  CD: 'letter',
}

/** The Vietnamese word of each kind: documents that are made are Vietnamese, whoever asks. */
export const kindNames: Record<InstrumentKind, string> = {
  resolution: 'Nghị quyết',
  directive: 'Chỉ thị',
  conclusion: 'Kết luận',
  decision: 'Quyết định',
  regulation: 'Quy định',
  rules: 'Quy chế',
  guidance: 'Hướng dẫn',
  notice: 'Thông báo',
  plan: 'Kế hoạch',
  programme: 'Chương trình',
  scheme: 'Đề án',
  decree: 'Nghị định',
  circular: 'Thông tư',
  law: 'Luật',
  ordinance: 'Pháp lệnh',
  report: 'Báo cáo',
  proposal: 'Tờ trình',
  letter: 'Công văn',
  other: 'Văn bản',
}
