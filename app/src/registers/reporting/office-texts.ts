// Words of what the office does with many reports: the grid of a period, handing over, ending a regime.

export const vi = {
  handOver: {
    open: 'Đổi người chịu trách nhiệm',
    title: 'Đổi người chịu trách nhiệm',
    now: (name: string) => `Đang chịu trách nhiệm: ${name}.`,
    who: 'Người chịu trách nhiệm mới',
    choose: 'Chọn một người',
    nobody: 'Không có người nào khác đang làm việc ở đơn vị.',
    later: 'Cả các kỳ sau của đơn vị',
    laterHint: 'Các báo cáo đã gửi vẫn ghi người đã chịu trách nhiệm khi đó.',
    done: 'Đã đổi người chịu trách nhiệm',
  },
  end: {
    open: 'Đổi tên, kết thúc',
    title: 'Đổi tên hoặc kết thúc chế độ báo cáo',
    on: 'Kết thúc ngày',
    hint: 'Kỳ kết thúc sau ngày này không phải báo cáo nữa: kỳ chưa ai gửi sẽ mất cùng số nhập dở, kỳ đã gửi vẫn còn. Để trống là chế độ còn áp dụng.',
  },
  grid: {
    open: 'Bảng nhập của văn phòng',
    title: 'Bảng số liệu các đơn vị',
    intro: 'Mọi đơn vị và chỉ tiêu của một kỳ trong một bảng: nhập, dán, kiểm tra, in.',
    help: 'Mũi tên đi giữa các ô, Enter xuống đơn vị sau. Dán được cả vùng nhiều cột từ Excel. Ô có ▲ cần giải trình.',
    unit: 'Đơn vị',
    state: 'Tình trạng',
    keep: (n: number) => `Lưu nháp ${n} số`,
    nothing: 'Chưa có số nào thay đổi',
    kept: (n: number) => `Đã lưu nháp ${n} số`,
    failed: (names: string) => `Chưa lưu được báo cáo của: ${names}.`,
    over: (n: number) => `Đã dán, nhưng ${n} ô nằm ngoài bảng hoặc không mở để nhập.`,
    cell: 'Ô đang chọn',
    noCell: 'Chọn một ô để xem kỳ trước, cùng kỳ và giải trình.',
    left: (n: number) => (n === 0 ? 'Không ô nào cần xem lại.' : `${n} ô cần xem lại.`),
    unsaved: (n: number) => `${n} số chưa lưu lên máy chủ, được giữ trong thẻ trình duyệt này.`,
  },
}

export const en: typeof vi = {
  handOver: {
    open: 'Hand over',
    title: 'Hand the report over',
    now: (name) => `${name} answers for it now.`,
    who: 'Who answers for it from now on',
    choose: 'Choose somebody',
    nobody: 'Nobody else acts for the unit.',
    later: 'The unit’s later reports too',
    laterHint: 'Reports that were sent keep whoever answered for them.',
    done: 'Handed over',
  },
  end: {
    open: 'Rename, end',
    title: 'Rename or end the regime',
    on: 'Ends on',
    hint: 'Periods that end after this day are not asked for: those that nobody sent go, with their drafts; those that were sent stay. Left empty, the regime goes on.',
  },
  grid: {
    open: 'Grid of the office',
    title: 'Figures of all units',
    intro: 'All units and indicators of a period in one table: type, paste, check, print.',
    help: 'Arrows move between cells, Enter goes to the next unit. A block of several columns can be pasted from Excel. A cell with ▲ is to be explained.',
    unit: 'Unit',
    state: 'State',
    keep: (n) => (n === 1 ? 'Save 1 figure as draft' : `Save ${n} figures as draft`),
    nothing: 'No figure has changed',
    kept: (n) => (n === 1 ? '1 figure saved as draft' : `${n} figures saved as draft`),
    failed: (names) => `Not saved yet: the reports of ${names}.`,
    over: (n) =>
      n === 1
        ? 'Pasted, but 1 cell is outside the table or not open.'
        : `Pasted, but ${n} cells are outside the table or not open.`,
    cell: 'Chosen cell',
    noCell: 'Choose a cell to see the former figures and to explain it.',
    left: (n) =>
      n === 0
        ? 'No cell is to be looked at.'
        : n === 1
          ? '1 cell is to be looked at.'
          : `${n} cells are to be looked at.`,
    unsaved: (n) =>
      n === 1
        ? '1 figure is not on the server yet; it is kept in this tab.'
        : `${n} figures are not on the server yet; they are kept in this tab.`,
  },
}
