import {
  type Shelf,
  type ShelfEntry,
  shelfEntrySchema,
  shelfRemovedSchema,
  shelfSchema,
} from '../../shared/protocol/Shelf.ts'
import { describedAs } from '../../shared/shelf/describedAs.ts'
import { unfitReason } from '../../shared/shelf/unfitReason.ts'
import { type Asked, ask, type Question } from '../connection/ask.ts'
import type { Source } from '../views/NewNegotiationSource.tsx'
import type { ArrivingText } from '../views/ShelfReview.tsx'
import type { ShelfEditing } from '../views/ShelfText.tsx'
import { descriptionOf, type ShelfForm, shelfForm } from '../views/shelfForm.ts'
import { readSource, unreachable } from './readSource.ts'
import { Told } from './Told.ts'

/** As many as one can review. */
const MOST_FILES = 100

/** The shelf as one window sees it, and the texts on their way there. It outlives the dialog: closing that loses nothing typed. */
export class ShelfDesk extends Told {
  shelf: Shelf | null = null
  said: { readonly tone: 'said' | 'refused'; readonly sentence: string } | null = null
  arriving: readonly ArrivingText[] = []
  editing: ShelfEditing | null = null
  pasted = ''
  /** Whether the dialog shows what is being added. */
  adding = false
  busy = false
  readonly #capacity: string
  readonly #sources = new Map<number, Source>()
  #lastKey = 0
  /** The text that is being read. */
  #reading: { readonly key: number; readonly ending: AbortController } | null = null
  /** Whether the shelf could not be read when it was last asked for. */
  #isAway = false

  constructor(capacity: string) {
    super()
    this.#capacity = capacity
  }

  /** When the dialog opens: what was said of the last visit is old. */
  open(): void {
    this.said = null
    void this.load()
  }

  /** Reads the shelf anew; what is said of the last thing done stays. */
  async load(): Promise<void> {
    const asked = await this.#ask({ path: '', answers: shelfSchema })
    if (asked.is === 'answered') {
      this.shelf = asked.answer
      if (this.#isAway) this.said = null
    } else this.#refuse(asked)
    this.#isAway = asked.is !== 'answered'
    this.tell()
  }

  setAdding(adding: boolean): void {
    this.adding = adding
    this.said = null
    this.tell()
  }

  setPasted(text: string): void {
    this.pasted = text
    this.tell()
  }

  /** Files as they were chosen; hidden ones of a folder are left out. */
  addFiles(chosen: readonly File[]): void {
    const files = chosen.filter(({ name }) => !name.startsWith('.'))
    if (files.length > 0) this.adding = true
    for (const file of files.slice(0, MOST_FILES))
      this.#arrive(file.webkitRelativePath || file.name, { is: 'file', file })
    if (files.length > MOST_FILES) this.#say(`These are ${files.length} files; the first ${MOST_FILES} are read.`)
    void this.#readAll()
  }

  /** What was let go over the dialog, once its folders have been looked through. */
  async addDropped(dropped: Promise<readonly File[]>): Promise<void> {
    try {
      this.addFiles(await dropped)
    } catch {
      this.said = { tone: 'refused', sentence: 'The browser cannot read what was dropped here. Choose it instead.' }
      this.tell()
    }
  }

  /** Leaves out whatever has not been read yet. */
  stopReading(): void {
    for (const { key, state } of this.arriving) if (state.is === 'waiting') this.leaveOut(key)
  }

  addPasted(text: string): void {
    this.#arrive('The pasted text', { is: 'text', text })
    void this.#readAll()
  }

  fillIn(key: number, form: ShelfForm): void {
    this.#update(key, state => (state.is === 'read' ? { ...state, form } : state))
  }

  leaveOut(key: number): void {
    this.#sources.delete(key)
    if (this.#reading?.key === key) this.#reading.ending.abort()
    this.arriving = this.arriving.filter(text => text.key !== key)
    this.tell()
  }

  /** Puts what is ready on the shelf, one after the other; what is refused stays, with the reason. */
  async putAll(): Promise<void> {
    this.busy = true
    this.said = null
    this.tell()
    const put: string[] = []
    for (const { key, state } of this.arriving) {
      const said = state.is === 'read' ? descriptionOf(state.form) : null
      if (state.is !== 'read' || said === null || 'missing' in said) continue
      const asked = await this.#ask({
        path: '',
        answers: shelfEntrySchema,
        body: { ...said, document: state.document },
      })
      if (asked.is === 'answered') {
        put.push(asked.answer.title)
        this.leaveOut(key)
      } else {
        const refused = asked.is === 'refused' ? asked.refusal.refused : unreachable
        this.#update(key, now => (now.is === 'read' ? { ...now, refused } : now))
      }
    }
    this.busy = false
    if (put.length > 0) {
      this.#say(put.length === 1 ? `On the shelf: ${put[0]}.` : `${put.length} texts are on the shelf.`)
      this.adding = this.arriving.length > 0
      await this.load()
    }
    this.tell()
  }

  edit(id: string): void {
    const entry = this.shelf?.texts.find(text => text.id === id)
    this.editing = entry === undefined ? null : { id, form: shelfForm(entry), refused: null }
    this.tell()
  }

  fillInEdited(form: ShelfForm): void {
    if (this.editing !== null) this.editing = { ...this.editing, form }
    this.tell()
  }

  cancelEdit(): void {
    this.editing = null
    this.tell()
  }

  async saveEdited(): Promise<void> {
    const { editing } = this
    const said = editing === null ? null : descriptionOf(editing.form)
    if (editing === null || said === null || 'missing' in said) return
    const asked = await this.#change<ShelfEntry>({
      path: `/${editing.id}`,
      answers: shelfEntrySchema,
      body: said,
      method: 'PATCH',
    })
    if (asked.is === 'answered') this.editing = null
    else this.editing = { ...editing, refused: asked.is === 'refused' ? asked.refusal.refused : unreachable }
    await this.load()
  }

  async remove(id: string): Promise<void> {
    const asked = await this.#change({ path: `/${id}`, answers: shelfRemovedSchema, method: 'DELETE' })
    if (asked.is === 'answered') this.#say('It is off the shelf.')
    else this.#refuse(asked)
    await this.load()
  }

  #arrive(name: string, source: Source): void {
    const key = ++this.#lastKey
    this.#sources.set(key, source)
    this.arriving = [...this.arriving, { key, name, state: { is: 'waiting' } }]
    this.said = null
    this.tell()
  }

  /** One file at a time, so that a folder of them does not keep the server from anything else. */
  async #readAll(): Promise<void> {
    if (this.#reading !== null) return
    for (;;) {
      const next = this.arriving.find(({ state }) => state.is === 'waiting')
      const source = next === undefined ? undefined : this.#sources.get(next.key)
      if (next === undefined || source === undefined) break
      const ending = new AbortController()
      this.#reading = { key: next.key, ending }
      this.#update(next.key, () => ({ is: 'reading' }))
      const state = await this.#read(next, source, ending.signal)
      if (state.is === 'read' && source.is === 'text' && this.pasted === source.text) this.pasted = ''
      this.#sources.delete(next.key)
      this.#update(next.key, () => state)
    }
    this.#reading = null
  }

  async #read({ name }: ArrivingText, source: Source, signal: AbortSignal): Promise<ArrivingText['state']> {
    const read = await readSource(source, this.#capacity, { signal })
    if ('refused' in read) return { is: 'refused', sentence: read.refused }
    const unfit = unfitReason(read)
    if (unfit !== null) return { is: 'refused', sentence: unfit }
    const form = shelfForm(describedAs(read))
    const title = form.title || (source.is === 'file' ? name.replace(/^.*\//, '').replace(/\.\w{1,5}$/, '') : '')
    return { is: 'read', document: read, form: { ...form, title }, refused: null }
  }

  #update(key: number, change: (state: ArrivingText['state']) => ArrivingText['state']): void {
    this.arriving = this.arriving.map(text => (text.key === key ? { ...text, state: change(text.state) } : text))
    this.tell()
  }

  async #change<T>(question: Question<T>): Promise<Asked<T>> {
    this.busy = true
    this.said = null
    this.tell()
    const asked = await this.#ask(question)
    this.busy = false
    return asked
  }

  #ask<T>(question: Question<T>): Promise<Asked<T>> {
    return ask({ ...question, path: `/api/shelf${question.path}?as=${this.#capacity}` })
  }

  #say(sentence: string): void {
    this.said = { tone: 'said', sentence }
  }

  #refuse(asked: Exclude<Asked<unknown>, { readonly is: 'answered' }>): void {
    this.said = { tone: 'refused', sentence: asked.is === 'refused' ? asked.refusal.refused : unreachable }
  }
}
