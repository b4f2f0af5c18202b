// How wide a chart is drawn: as wide as its page has room for, so that its words keep their size on a phone.

/** At most `most` pixels, less where the window is narrower; never so narrow that nothing could be told. */
export const roomFor = (most: number, window: number): number =>
  Math.max(300, Math.min(most, window - margins))

/** What stands left and right of a chart: the page's and the panel's edges. */
const margins = 56
