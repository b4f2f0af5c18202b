// Words of the office's report of a period.

export const vi = {
  title: 'Báo cáo tổng hợp',
  intro:
    'Dự thảo báo cáo của văn phòng từ số liệu đã duyệt của một kỳ. Mỗi số dẫn về nơi lấy số; số nào thiếu thì được nêu tên.',
  open: 'Báo cáo tổng hợp',
  regime: 'Chế độ báo cáo',
  period: 'Kỳ',
  issuer: 'Cơ quan ban hành',
  chooseIssuer: 'Chọn cơ quan ban hành để xem dự thảo.',
  noRegimes: 'Chưa có chế độ báo cáo nào',
  noPeriods: 'Chế độ này không có kỳ nào trong năm.',
  year: 'Năm',
  draft: 'Dự thảo báo cáo',
  download: 'Tải về (.docx)',
  unverified: 'Thể thức này theo quy định chưa kiểm chứng được; xem lại trước khi ban hành.',
}

export const en: typeof vi = {
  title: 'Report of a period',
  intro:
    'The office’s draft report from the accepted figures of a period. Each number leads to where it was taken from; figures that are missing are named.',
  open: 'Report of a period',
  regime: 'Reporting regime',
  period: 'Period',
  issuer: 'Body that reports',
  chooseIssuer: 'Choose the body that reports to see the draft.',
  noRegimes: 'No reporting regimes yet',
  noPeriods: 'The regime has no periods in this year.',
  year: 'Year',
  draft: 'Draft report',
  download: 'Download (.docx)',
  unverified: 'The rules of this layout could not be verified; look at it before it is issued.',
}
