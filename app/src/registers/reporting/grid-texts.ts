// Words of the grid of a report: what its cells are asked about.

export const vi = {
  checks: {
    jump: 'gấp hoặc kém khoảng nghìn lần kỳ trước hoặc cùng kỳ năm trước: xem lại đơn vị tính',
    falls: 'lũy kế thấp hơn kỳ trước',
    unusual: 'khác hẳn các kỳ trước: xem lại con số',
    limits: 'ngoài giới hạn của chỉ tiêu',
    unchanged: 'ba kỳ liền cùng một số: xem số có được cập nhật không',
    percent: 'tỷ lệ ngoài khoảng 0–100%',
    negative: 'số âm',
    offTrack: 'chậm so với kế hoạch đến kỳ này',
  },
  usual: (number: string) => `Thường khoảng ${number}`,
  limits: (least: string, most: string) => `Giới hạn: ${least} đến ${most}`,
  asDecimal: (number: string) => `${number} (phần thập phân)`,
  both: 'Người khác cũng vừa ghi ô này. Lấy số nào?',
  mine: (said: string) => `Của tôi: ${said}`,
  theirs: (said: string) => `Của người kia: ${said}`,
  empty: 'để trống',
  statedOf: (name: string) => `Văn bản ghi về ${name}`,
  stated: (figure: string) => `Văn bản ghi ${figure}:`,
  statedRead: (figure: string) => `Văn bản ghi ${figure} (máy đọc, chưa xác nhận):`,
  statedSame: (figure: string) => `Khớp với văn bản, ${figure}:`,
  take: 'Lấy số này',
  takeOf: (figure: string, name: string) => `Lấy ${figure} của văn bản cho ${name}`,
  pastedColumns:
    'Vùng dán có nhiều cột: chỉ chép một cột số liệu rồi dán lại. Chưa ô nào thay đổi.',
  pastedOver: (n: number) =>
    `Đã dán, nhưng ${n} dòng cuối không còn ô để nhận: xem lại ô bắt đầu dán.`,
}

export const en: typeof vi = {
  checks: {
    jump: 'about a thousand times the last figure or last year’s, or a thousandth: look at the unit',
    falls: 'less than a period ago, though it counts up',
    unusual: 'far from what it was so far: look at the number',
    limits: 'outside the limits of the indicator',
    unchanged: 'the same for three periods: look whether it was brought up to date',
    percent: 'a share outside 0–100 %',
    negative: 'less than nothing',
    offTrack: 'behind the plan by now',
  },
  usual: (number) => `Usually about ${number}`,
  limits: (least, most) => `Limits: ${least} to ${most}`,
  asDecimal: (number) => `${number} (with decimals)`,
  both: 'Somebody else wrote into this cell as well. Which of both stands?',
  mine: (said) => `Mine: ${said}`,
  theirs: (said) => `Theirs: ${said}`,
  empty: 'empty',
  statedOf: (name) => `What documents say of ${name}`,
  stated: (figure) => `A document says ${figure}:`,
  statedRead: (figure) => `A document says ${figure} (read, not confirmed):`,
  statedSame: (figure) => `As the document says, ${figure}:`,
  take: 'Take this',
  takeOf: (figure, name) => `Take ${figure} of the document for ${name}`,
  pastedColumns:
    'Several columns: copy the column of figures alone and paste it again. No cell was changed.',
  pastedOver: (n) =>
    `Pasted, but the last ${n} lines found no cell: look at the cell that you began with.`,
}
