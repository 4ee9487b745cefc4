import { leftOutSentence } from '../../shared/exchange/leftOutSentence.ts'
import type { Refusal } from '../../shared/exchange/Refusal.ts'
import type { FoundText, Remark } from '../../shared/exchange/readFoundText.ts'
import { DocxNotes } from './DocxNotes.ts'
import { DocxNumbering } from './DocxNumbering.ts'
import { DocxParagraphs } from './DocxParagraphs.ts'
import { DocxParts } from './DocxParts.ts'
import { DocxStyles } from './DocxStyles.ts'
import { LeftOut } from './LeftOut.ts'
import { childOf, elementsOf, isOn, type XmlElement } from './readXml.ts'
import { TrackedChanges } from './TrackedChanges.ts'

/**
 * Finds the text of a Word document (.docx): paragraphs with the numbers Word computes, headings, italics, notes behind
 * the text, the head of the first page before it. Tracked changes are taken as accepted and remarked on.
 */
export function findDocxText(bytes: Uint8Array): FoundText | Refusal {
  const parts = DocxParts.open(bytes)
  if ('refused' in parts) return parts
  const [styles, numbering, footnotes, endnotes, comments] = [
    parts.ofType('styles'),
    parts.ofType('numbering'),
    parts.ofType('footnotes'),
    parts.ofType('endnotes'),
    parts.ofType('comments'),
  ]
  for (const part of [styles, numbering, footnotes, endnotes, comments]) {
    if (part !== null && 'refused' in part) return part
  }
  const heads = headsOf(parts)
  if ('refused' in heads) return heads
  const context = {
    styles: new DocxStyles(element(styles)),
    numbering: new DocxNumbering(element(numbering)),
    notes: new DocxNotes(),
    changes: new TrackedChanges(),
    leftOut: new LeftOut(),
  }
  context.notes.add('footnote', childrenOf(footnotes))
  context.notes.add('endnote', childrenOf(endnotes))
  context.leftOut.count('comment', childrenOf(comments).length)
  const paragraphs = new DocxParagraphs(context)
  for (const head of heads.first) paragraphs.read(head)
  paragraphs.read(parts.body)
  const lines = [...paragraphs.lines]
  for (const { label, body } of context.notes.met) {
    const note = new DocxParagraphs(context)
    note.read(body)
    const words = note.lines.filter(line => line !== '').join(' ')
    // Who typed the mark of a note typed it before the note's words too; some programs write it twice.
    const own = label.startsWith('*') ? words.replace(/^(?:\\\*|\s)+/, '') : words
    lines.push(`<sup>${label}</sup> ${own}`, '')
  }
  return {
    text: lines.join('\n'),
    remarks: [...context.changes.remarks, ...runningHeads(heads.others), ...context.leftOut.remarks],
  }
}

function element(part: XmlElement | Refusal | null): XmlElement | null {
  return part === null || 'refused' in part ? null : part
}

function childrenOf(part: XmlElement | Refusal | null): readonly XmlElement[] {
  return part === null || 'refused' in part ? [] : elementsOf(part)
}

interface Heads {
  /** What stands at the head of the first page only: part of the masthead. */
  readonly first: readonly XmlElement[]
  readonly others: readonly XmlElement[]
}

function headsOf(parts: DocxParts): Heads | Refusal {
  const first: XmlElement[] = []
  const others: XmlElement[] = []
  const sections = sectionsOf(parts.body)
  for (const [nth, section] of sections.entries()) {
    const hasTitlePage = isOn(section, 'w:titlePg') === true
    for (const { name, attributes } of elementsOf(section)) {
      if (name !== 'w:headerReference' && name !== 'w:footerReference') continue
      const type = attributes.get('type')
      if (type === 'first' && !hasTitlePage) continue
      const part = parts.byId(attributes.get('id') ?? '')
      if (part === null) continue
      if ('refused' in part) return part
      if (nth === 0 && type === 'first' && name === 'w:headerReference') first.push(part)
      else others.push(part)
    }
  }
  return { first, others }
}

/** The settings of each section; those of the last stand at the end of the body. */
function sectionsOf(body: XmlElement): readonly XmlElement[] {
  return elementsOf(body).flatMap(child => {
    const section = child.name === 'w:sectPr' ? child : childOf(childOf(child, 'w:pPr'), 'w:sectPr')
    return section === undefined ? [] : [section]
  })
}

/** Says what stands at the head and foot of every page, so that whoever misses it knows. */
function runningHeads(heads: readonly XmlElement[]): readonly Remark[] {
  const context = {
    styles: new DocxStyles(null),
    numbering: new DocxNumbering(null),
    notes: new DocxNotes(),
    changes: new TrackedChanges(),
    leftOut: new LeftOut(),
  }
  const paragraphs = new DocxParagraphs(context)
  for (const head of heads) paragraphs.read(head)
  const lines = paragraphs.lines.filter(line => /\p{L}{2}/u.test(line))
  return lines.length === 0 ? [] : [{ sentence: leftOutSentence(lines), near: null }]
}
