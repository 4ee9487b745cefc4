/** Who drops a whole disk has slipped; looking through it ends somewhere. */
const MOST_FILES = 1_000

/**
 * The files let go over a page, those of folders too, in the order of their names; hidden ones are left out. Of very many the
 * first thousand. Rejects when a folder cannot be read. To be called while the event is under way: the browser takes the list
 * back afterwards.
 */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly File[]> {
  const entries = [...dropped.items].flatMap(item => item.webkitGetAsEntry() ?? [])
  const files = [...dropped.files]
  if (entries.length === 0) return files
  const found: File[] = []
  for (const entry of entries) await gather(entry, found)
  return found
}

async function gather(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (entry.name.startsWith('.') || found.length >= MOST_FILES) return
  if (isFile(entry)) {
    found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)))
    return
  }
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  const inside: FileSystemEntry[] = []
  // A reader gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    inside.push(...some)
  }
  inside.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const each of inside) await gather(each, found)
}

// Not every browser lets a page name the classes of these.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
