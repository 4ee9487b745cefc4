import * as Y from 'yjs'
import { type NoteId, noteId } from './ids.ts'

/** The one character that stands for a note's mark in a text; typed or pasted ones are taken out before they reach a document. */
export const noteMark = '\uFFFC'

/** A text as it reads now: its characters, and which note each `noteMark` in it stands for, in order. */
export interface Words {
  readonly text: string
  readonly notes: readonly NoteId[]
}

/** Reads a Y.Text. (Its own `toString` leaves note marks out although each counts 1 in every index.) */
export function readWords(text: Y.Text): Words {
  let string = ''
  const notes: NoteId[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { content } = item
    if (content instanceof Y.ContentString) string += content.str
    else {
      string += noteMark.repeat(item.length)
      notes.push(noteOf(content))
    }
  }
  return { text: string, notes }
}

/** A part of some words, with the notes that fall in it. */
export function sliceWords(words: Words, from: number, to: number): Words {
  const text = words.text.slice(from, to)
  if (words.notes.length === 0) return { text, notes: [] }
  const first = countMarks(words.text.slice(0, from))
  return { text, notes: words.notes.slice(first, first + countMarks(text)) }
}

export function joinWords(parts: readonly Words[]): Words {
  return { text: parts.map(part => part.text).join(''), notes: parts.flatMap(part => part.notes) }
}

export const plainWords = (text: string): Words => ({ text, notes: [] })

/** Inserts words at an index: the characters as one run where there are no notes, so that their ids are consecutive either way. */
export function insertWords(target: Y.Text, index: number, words: Words): void {
  let at = index
  let note = 0
  for (const part of words.text.split(/(\uFFFC)/)) {
    if (part === '') continue
    if (part === noteMark) {
      const id = words.notes[note++]
      if (id === undefined) throw new Error('a note mark without its note')
      target.insertEmbed(at, { note: id })
    } else target.insert(at, part)
    at += part.length
  }
}

/** Takes out of text from outside what may not stand in a document: note marks, control characters, lone surrogates. */
export function cleanTyped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  return text.replace(/[\uFFFC\u0000-\u0008\u000B-\u001F\u007F]/g, '').toWellFormed()
}

function countMarks(text: string): number {
  let count = 0
  for (let at = text.indexOf(noteMark); at >= 0; at = text.indexOf(noteMark, at + 1)) count++
  return count
}

function noteOf(content: unknown): NoteId {
  if (content instanceof Y.ContentEmbed && typeof content.embed === 'object' && content.embed !== null) {
    const embed: { note?: unknown } = content.embed
    if (typeof embed.note === 'string') return noteId(embed.note)
  }
  return noteId('unknown')
}
