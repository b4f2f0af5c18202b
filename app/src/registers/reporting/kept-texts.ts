// What the step of an acceptance says of figures that it left as they are.

export const vi = {
  settled: (names: string) => `Giữ số liệu đã có ở mức chắc chắn hơn: ${names}.`,
  later: (names: string) => `Giữ ước cả năm của kỳ báo cáo sau: ${names}.`,
}

export const en: typeof vi = {
  settled: (names) => `Left as it stood, more settled: ${names}.`,
  later: (names) => `Left the estimate of the year that a later period gave: ${names}.`,
}
