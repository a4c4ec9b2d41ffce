/** Long after every browser has begun to save. */
const revokeAfterMs = 30_000

/** Has the browser save a file that is made here: nothing is sent anywhere. */
export function saveFile(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), revokeAfterMs)
}
