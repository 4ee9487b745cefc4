import type { Remark } from '../../shared/exchange/readFoundText.ts'

export interface Change {
  readonly is: 'inserted' | 'deleted'
  readonly author: string
}

interface ChangedWords extends Change {
  readonly words: string
}

/** As much of one change as is quoted, and how many of one paragraph. */
const QUOTED_CHARACTERS = 60
const QUOTED_CHANGES = 6
const NAMED_AUTHORS = 6

/**
 * The tracked changes of a Word file. What is inserted is read in and what is deleted left out, as Word shows it when
 * all is accepted; whether that is the text to begin with, a person must say, so each changed paragraph is remarked.
 */
export class TrackedChanges {
  readonly #remarks: Remark[] = []
  readonly #authors = new Set<string>()
  readonly #count = { inserted: 0, deleted: 0 }
  #here: ChangedWords[] = []

  /** Words of one change, which may come in several stretches. */
  add({ is, author }: Change, words: string): void {
    if (words.trim() === '') return
    const last = this.#here.at(-1)
    if (last !== undefined && last.is === is && last.author === author) {
      this.#here[this.#here.length - 1] = { ...last, words: last.words + words }
    } else this.#here.push({ is, author, words })
  }

  /** Unchanged words stand between the last change and the next. */
  interrupt(): void {
    if (this.#here.at(-1)?.words !== '') this.#here.push({ is: 'inserted', author: '', words: '' })
  }

  /** The paragraph with these words is at its end. */
  endParagraph(near: string): void {
    const changes = this.#here.filter(({ words }) => words !== '')
    this.#here = []
    if (changes.length === 0) return
    for (const { is, author } of changes) {
      this.#count[is]++
      this.#authors.add(author)
    }
    const said = changes
      .slice(0, QUOTED_CHANGES)
      .map(({ is, author, words }) => `${quoted(words)} is ${is} by ${author}`)
    const more = changes.length > QUOTED_CHANGES ? [`there are ${changes.length - QUOTED_CHANGES} more`] : []
    this.#remarks.push({ sentence: `Tracked changes: ${[...said, ...more].join('; ')}.`, near })
  }

  /** The whole first, then each changed paragraph, in order. */
  get remarks(): readonly Remark[] {
    if (this.#remarks.length === 0) return []
    const { inserted, deleted } = this.#count
    const counts = [
      inserted === 0 ? [] : `${counted(inserted, 'insertion was', 'insertions were')} read in`,
      deleted === 0 ? [] : `${counted(deleted, 'deletion was', 'deletions were')} left out`,
    ].flat()
    const sentence = `The file has tracked changes by ${namesOf([...this.#authors])}: ${counts.join(' and ')}, as if all were accepted. Is this the text to begin with?`
    return [{ sentence, near: null }, ...this.#remarks]
  }
}

/** Names in a sentence, the first few of them. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_AUTHORS)
  if (names.length > shown.length) return `${shown.join(', ')} and others`
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `one ${one}` : `${count} ${many}`
}

function quoted(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim()
  return text.length <= QUOTED_CHARACTERS ? `“${text}”` : `“${text.slice(0, QUOTED_CHARACTERS - 1).trimEnd()}…”`
}
