// When our own letters come: on a first visit after the first screen, for they are as large as its scripts and
// would come before them; later they are in the browser and there from the beginning.

const key = 'giaoban.fonts'

/** Called before the first drawing. */
export function showKnownFonts(): void {
  if (localStorage.getItem(key)) showFonts()
}

/** From now on texts are set in our letters, as soon as they are there. */
export function showFonts(): void {
  if ('fonts' in document.documentElement.dataset) return
  document.documentElement.dataset.fonts = ''
  // What is drawn next asks for them.
  requestAnimationFrame(() =>
    requestAnimationFrame(
      () => void document.fonts.ready.then(() => localStorage.setItem(key, '1')),
    ),
  )
}
