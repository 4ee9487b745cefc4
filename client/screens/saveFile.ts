/** Long enough for the slowest browser to begin writing the file. */
const keptMs = 60_000

/** Saves words as a file where this browser puts what is downloaded. */
export function saveFile(name: string, words: string, type: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: `${type}; charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/[/\\:*?"<>|]/g, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
