// Words of the record of changes.

export const vi = {
  title: 'Nhật ký thay đổi',
  intro:
    'Ai làm gì, lúc nào. Mỗi dòng mang mã băm của dòng trước nên không ai sửa được mà không lộ; nhật ký không chứa nội dung.',
  empty: 'Chưa có thay đổi nào',
  column: { seq: 'Số', at: 'Lúc', who: 'Ai', what: 'Việc', reason: 'Lý do', hash: 'Mã băm' },
  verify: 'Kiểm tra toàn vẹn',
  intact: (n: number) => `Nhật ký nguyên vẹn: ${n} dòng, không dòng nào bị sửa.`,
  broken: (n: number) =>
    `Nhật ký bị sửa từ dòng ${n}. Báo ngay cho người phụ trách an toàn thông tin.`,
}

export const en: typeof vi = {
  title: 'Record of changes',
  intro:
    'Who did what, when. Each line carries the hash of the one before, so nobody can alter it unseen; it holds no content.',
  empty: 'No changes yet',
  column: { seq: 'No.', at: 'When', who: 'Who', what: 'What', reason: 'Reason', hash: 'Hash' },
  verify: 'Verify',
  intact: (n: number) => `The record is intact: ${n} lines, none altered.`,
  broken: (n: number) =>
    `The record was altered from line ${n}. Tell whoever is in charge of security.`,
}
