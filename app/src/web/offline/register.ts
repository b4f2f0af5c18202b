// Puts the service worker in place on a device that takes papers along; others never get one.

/** Waits until the shell is kept, so that "downloaded" means that the screens are too. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/worker.js', { type: 'module' })
  await navigator.serviceWorker.ready
}
