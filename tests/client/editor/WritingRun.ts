import { project } from '../../../shared/projection/project.ts'
import { isClosedTo } from '../../../shared/table/Block.ts'
import { type Host, hostParts } from '../../../shared/table/Host.ts'
import { noteMark } from '../../../shared/table/words.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { decidingMoves } from '../../property/decidingMoves.ts'
import { must } from '../../property/Ledger.ts'
import type { Move } from '../../property/Move.ts'
import { partyMoves } from '../../property/partyMoves.ts'
import { Stage, type Tabling } from '../../property/Stage.ts'
import { writingMoves } from '../../property/writingMoves.ts'
import { DomWatch } from './DomWatch.ts'
import { type ScreenCaret, TestEditor } from './TestEditor.ts'

/** No letter twice, so that a place on the screen is told by the letters beside it. */
const paragraphs = [`ABCDEFGHIJKLM${noteMark}NOPQRSTUVWXYZ`, 'АБВГДЕЖЗИКЛМНОПРСТУФ', 'ΓΔΘΛΞΠΣΦΨΩ', 'Я']
const othersMoves: readonly Move[] = [...writingMoves, ...partyMoves, ...decidingMoves]
const tickets = othersMoves.flatMap(({ move, weight }) => Array.from({ length: Math.ceil(weight * 2) }, () => move))

/** One person writes in the editor while everybody else does what they do; every edit is held against its plain-string model. */
export class WritingRun {
  readonly stage: Stage
  readonly editor: TestEditor
  private readonly person: TestPerson
  private readonly watch: DomWatch
  private own = 0

  constructor(seed: number, tabling: Tabling) {
    this.stage = new Stage(seed, tabling, paragraphs)
    this.person = this.stage.room.person('A')
    this.editor = new TestEditor(this.person)
    this.watch = new DomWatch(this.editor.view.dom)
  }

  /** Operations so far, one's own and the others'. */
  get done(): number {
    return this.own + this.stage.tally.operations
  }

  close(): void {
    this.watch.stop()
    this.editor.close()
  }

  step(): void {
    const { random } = this.stage
    const moves = [this.select, this.type, this.type, this.erase, this.erase, this.enter, this.paste, this.undo]
    if (random.chance(2, 3)) this.others()
    else {
      random.pick(moves).call(this)
      this.own++
    }
    const { view, shown } = this.editor
    shown.refresh()
    must(view.state.doc.childCount === shown.roots.length, 'the screen has other texts than the sheet')
    for (const { host } of shown.roots) {
      const [text, sheet] = [this.editor.text(host), this.person.shownText(host)]
      must(text === sheet, `${host} reads "${text}" on the screen and "${sheet}" on the sheet`)
    }
  }

  /** What others do reaches the screen in one frame: the selection keeps its neighbours, and what reads the same is not touched. */
  private others(): void {
    const { stage, editor } = this
    const before = [editor.anchor, editor.head].map(caret => this.neighbours(caret))
    for (let count = 1 + stage.random.below(3); count > 0; count--) {
      stage.mayChangeDraft = false
      stage.random.pick(tickets)(stage, stage.random.pick(stage.people))
      stage.checkDraft()
    }
    stage.room.flush()
    this.watch.begin()
    editor.frame()
    this.watch.checkUntouched()
    const after = [editor.anchor, editor.head]
    before.forEach((neighbours, index) => {
      const caret = after[index]
      if (caret !== undefined) this.mustKeep(neighbours, caret)
    })
  }

  private neighbours({ root, offset }: ScreenCaret) {
    const text = this.editor.text(root)
    const [left, right] = [text[offset - 1], text[offset]]
    return { root, left: this.unique(left), right: this.unique(right), at: [left, right] }
  }

  /** A letter that stands on the screen once. */
  private unique(letter: string | undefined): string | null {
    const all = [...this.editor.texts().values()].join('')
    return letter !== undefined && all.indexOf(letter) === all.lastIndexOf(letter) ? letter : null
  }

  /** R19: a caret stands by the neighbours it had; where one of them has gone, by the other. */
  private mustKeep(
    { root: before, left, right, at }: ReturnType<WritingRun['neighbours']>,
    { root, offset }: ScreenCaret,
  ): void {
    const text = this.editor.text(root)
    must(offset <= text.length, 'the caret stands outside its text')
    // A colleague who splits a paragraph takes words along as new ones; a decision moves a paragraph as a whole.
    const texts = this.editor.texts()
    const here = texts.get(before) ?? [...texts.values()].join('')
    const hasLeft = left !== null && here.includes(left)
    const hasRight = right !== null && here.includes(right)
    if (!hasLeft && !hasRight) return
    // Where one neighbour stands on the screen more than once, what others wrote at the caret may stand between it and the other.
    const holds = (here.includes(at[0] ?? '') && text[offset - 1] === at[0]) || text[offset] === at[1]
    must(
      holds,
      `the caret between "${left}" and "${right}" now stands so: ${text.slice(0, offset)}|${text.slice(offset)}`,
    )
  }

  private select(): void {
    const { random } = this.stage
    const hosts = [...this.editor.texts().keys()]
    const place = () => {
      const root = random.pick(hosts)
      return { root, offset: random.below(this.editor.text(root).length + 1) }
    }
    const anchor = place()
    this.stage.log.push(`select from ${JSON.stringify(anchor)}`)
    const near = { root: anchor.root, offset: random.below(this.editor.text(anchor.root).length + 1) }
    this.editor.select(anchor, random.pick([anchor, anchor, near, near, place()]))
  }

  private type(): void {
    if (this.stage.random.chance(1, 2)) this.select()
    const text = this.fresh()
    this.write(`type "${text}"`, text, [], () => this.editor.type(text))
    const { root, offset } = this.editor.head
    if (this.editor.announced.length === 0)
      must(this.editor.text(root).slice(0, offset).endsWith(text), 'the caret is not behind what was typed')
  }

  private paste(): void {
    if (this.stage.random.chance(1, 2)) this.select()
    const lines = Array.from({ length: 1 + this.stage.random.below(3) }, () => this.fresh())
    const [first = '', ...further] = lines
    this.write(`paste "${lines.join('|')}"`, first, further, () => this.editor.paste(lines.join('\n')))
  }

  private erase(): void {
    const { random } = this.stage
    if (random.chance(1, 2)) this.select()
    const { anchor, head } = this.editor
    const key = random.pick(['Backspace', 'Delete'])
    if (anchor.root !== head.root || anchor.offset !== head.offset) {
      this.write(key, '', [], () => this.editor.press(key))
      return
    }
    const cells = this.cells(head.root)
    const at =
      key === 'Backspace'
        ? cells.findLastIndex((cell, index) => index < head.offset && cell !== '')
        : cells.findIndex((cell, index) => index >= head.offset && cell !== '')
    // In a text with nothing in it, one's own paragraph is given up.
    if (cells.length === 0) return
    const wanted = at < 0 ? cells : cells.toSpliced(at, 1)
    this.edit(key, new Map([[head.root, wanted.join('')]]), () => this.editor.press(key))
  }

  /** Below where a selection begins; what is selected stays. */
  private enter(): void {
    const [{ root, offset }] = this.ends()
    const isOwn = this.person.isMine(root)
    const before = this.views()
    this.stage.log.push(`enter in ${root} at ${offset}`)
    this.editor.announced.length = 0
    this.editor.press('Enter')
    const made = [...this.editor.texts().keys()].filter(host => !before.has(host))
    if (root.startsWith('note:')) must(made.length === 0, 'a note was split')
    else {
      must(made.length === 1 && made[0] === this.editor.head.root, 'no new paragraph with the caret in it')
      must(this.editor.head.offset === 0, 'the caret is not at its start')
    }
    for (const [host, view] of before)
      must((isOwn && host === root) || this.person.view(host) === view, `Enter in ${root} changed ${host}`)
  }

  private undo(): void {
    const key = this.stage.random.pick(['z', 'z', 'y'])
    this.stage.log.push(`Ctrl+${key}`)
    this.editor.press(key, { ctrlKey: true })
  }

  /** Where the selection begins and ends, in reading order. */
  private ends(): readonly [ScreenCaret, ScreenCaret] {
    const { anchor, head } = this.editor
    const hosts = [...this.editor.texts().keys()]
    const place = (caret: ScreenCaret) => hosts.indexOf(caret.root) * 100_000 + caret.offset
    return place(anchor) <= place(head) ? [anchor, head] : [head, anchor]
  }

  /** Something written over the selection: the first line where it began, each further one a paragraph of its own. */
  private write(what: string, first: string, further: readonly string[], act: () => void): void {
    const hosts = [...this.editor.texts().keys()]
    const [start, end] = this.ends()
    const isNote = start.root.startsWith('note:')
    const written = isNote ? [first, ...further].join(' ') : first
    const among = hosts.slice(hosts.indexOf(start.root), hosts.indexOf(end.root) + 1)
    const wanted = new Map<Host, string>()
    for (const host of among) {
      const cells = this.cells(host)
      const kept = host === start.root ? cells.slice(0, start.offset).join('') + written : ''
      wanted.set(host, kept + (host === end.root ? cells.slice(end.offset).join('') : ''))
    }
    const isReached = (host: Host) => {
      const from = host === start.root ? start.offset : 0
      const to = host === end.root ? end.offset : this.editor.text(host).length
      return from < to || (host === start.root && written !== '')
    }
    const isClosed = among.some(host => isReached(host) && isClosedText(this.stage, host))
    const known = new Set(hosts)
    this.edit(`${what} over ${JSON.stringify([start, end])}`, isClosed ? new Map() : wanted, act)
    must(this.editor.announced.length > 0 === isClosed, isClosed ? 'agreed text was written in' : 'refused for nothing')
    const made = [...this.editor.texts()].filter(([host]) => !known.has(host)).map(([, text]) => text)
    if (this.editor.announced.length === 0)
      must(
        made.join('|') === (isNote ? '' : further.join('|')),
        `pasted "${further.join('|')}" and got "${made.join('|')}"`,
      )
  }

  /** Whatever is done in the editor, each text reads as its plain-string model says, and every other as before (R12). */
  private edit(what: string, wanted: ReadonlyMap<Host, string>, act: () => void): void {
    const before = this.views()
    this.stage.log.push(what)
    this.editor.announced.length = 0
    act()
    const refused = this.editor.announced.length > 0
    for (const [host, view] of before) {
      const want = refused ? view : (wanted.get(host) ?? view)
      const got = this.person.view(host)
      must(got === want, `after ${what} in ${host}:\n  wanted ${want}\n  got    ${got}`)
    }
  }

  private views(): ReadonlyMap<Host, string> {
    return new Map([...this.editor.texts().keys()].map(host => [host, this.person.view(host)]))
  }

  private cells(host: Host): readonly string[] {
    return project(this.person.sheet, host).flatMap(({ text, struck }) => {
      const gone = struck.some(id => this.person.isOurs(id))
      return [...text].map(character => (gone ? '' : character))
    })
  }

  private fresh(): string {
    const count = 1 + this.stage.random.below(2)
    const { party } = this.person
    return Array.from({ length: count }, () => this.stage.ledger.freshLetter(party, party)).join('')
  }
}

function isClosedText({ room: { table } }: Stage, host: Host): boolean {
  const parts = hostParts(host)
  const status = parts.is === 'block' ? table.block(parts.id)?.status : undefined
  return status !== undefined && isClosedTo(status)
}
