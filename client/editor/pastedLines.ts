import { isId, noteId } from '../../shared/table/ids.ts'
import type { Table } from '../../shared/table/Table.ts'
import { cleanTyped, noteMark, plainWords, type Words } from '../../shared/table/words.ts'

/** Longer pastes are documents: they are imported as a draft, not proposed as a change. */
export const maxPastedCharacters = 100_000

/**
 * What a paste brings, line by line. From elsewhere, plain words; from this sheet, with the marks of notes that are still on
 * the table, so that words cut and pasted carry their notes along.
 */
export function pastedLines(data: DataTransfer | null, table: Table): readonly Words[] {
  if (data === null) return []
  const html = data.getData('text/html')
  const lines = html.includes('data-note=') ? fromSheet(html, table) : fromText(data.getData('text/plain'))
  return lines.filter(({ text }) => text !== '')
}

function fromText(text: string): readonly Words[] {
  return text
    .slice(0, maxPastedCharacters)
    .split(/[\r\n\u2028\u2029]+/)
    .map(line => plainWords(cleanTyped(line.replaceAll('\t', ' '))))
}

function fromSheet(html: string, table: Table): readonly Words[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const marks of body.querySelectorAll('.marks')) marks.remove()
  const blocks = [...body.querySelectorAll('.block')]
  return (blocks.length > 0 ? blocks : [body]).map(block => wordsOf(block, table))
}

function wordsOf(element: Element, table: Table): Words {
  const notes: Words['notes'][number][] = []
  let text = ''
  const walk = (node: ChildNode) => {
    if (node instanceof HTMLElement && node.dataset['note'] !== undefined) {
      const { note } = node.dataset
      if (!isId(note) || table.note(noteId(note)) === null) return
      notes.push(noteId(note))
      text += noteMark
    } else if (node.nodeType === node.TEXT_NODE) text += cleanTyped(node.textContent ?? '')
    else for (const child of node.childNodes) walk(child)
  }
  for (const child of element.childNodes) walk(child)
  return { text, notes }
}
