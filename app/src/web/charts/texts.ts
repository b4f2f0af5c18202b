// Words around a chart.

export const vi = {
  copy: 'Sao chép hình (SVG)',
  copied: 'Đã sao chép',
  copyFailed: 'Không sao chép được: trình duyệt không cho phép',
  save: 'Lưu hình (SVG)',
  table: 'Bảng số liệu của biểu đồ',
  period: 'Kỳ',
  figure: 'Số liệu',
  noFigure: 'Không nêu số liệu',
  modality: {
    actual: 'thực hiện',
    estimate: 'ước tính',
    target: 'mục tiêu',
    forecast: 'dự báo',
  },
  legend: '● thực hiện · ○ ước tính · ◇ mục tiêu, dự báo',
}

export const en: typeof vi = {
  copy: 'Copy picture (SVG)',
  copied: 'Copied',
  copyFailed: 'Could not copy: the browser does not allow it',
  save: 'Save picture (SVG)',
  table: 'The figures of the chart',
  period: 'Period',
  figure: 'Figure',
  noFigure: 'No figure given',
  modality: {
    actual: 'actual',
    estimate: 'estimate',
    target: 'target',
    forecast: 'forecast',
  },
  legend: '● actual · ○ estimate · ◇ target, forecast',
}
