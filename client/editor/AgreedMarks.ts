import type { Editor } from '@tiptap/core'
import type { Plugin } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import type { ProvenanceMark } from '../../shared/provenance/rootProvenance.ts'
import type { Host } from '../../shared/table/Host.ts'
import { agreedKey, agreedPlugin } from './agreedPlugin.ts'

export interface AgreedMarksOptions {
  readonly editor: () => Editor
  /** Whether a word is being composed or a selection made: what is drawn then would break it. */
  readonly isBusy: () => boolean
  /** Runs something before the next paint. */
  readonly schedule: (draw: () => void) => void
  /** What is known of a text as it is shown; null while it has not been searched. */
  readonly marksOf: (host: Host) => readonly ProvenanceMark[] | null
}

/** The marks of agreed language in the editor: shown on demand, and drawn anew where something else is known. */
export class AgreedMarks {
  readonly plugin: Plugin<DecorationSet>
  private readonly options: AgreedMarksOptions
  private isShown = false
  private stale: Set<Host> | 'all' = new Set()
  private isScheduled = false

  constructor(options: AgreedMarksOptions) {
    this.options = options
    this.plugin = agreedPlugin(host => (this.isShown ? options.marksOf(host) : []))
  }

  show(isShown: boolean): void {
    if (this.isShown === isShown) return
    this.isShown = isShown
    this.stale = 'all'
    this.drawSoon()
  }

  /** Something else is known of these texts. */
  known(hosts: ReadonlySet<Host>): void {
    if (!this.isShown) return
    if (this.stale !== 'all') for (const host of hosts) this.stale.add(host)
    this.drawSoon()
  }

  private drawSoon(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    this.options.schedule(() => {
      this.isScheduled = false
      const editor = this.options.editor()
      if (editor.isDestroyed) return
      if (this.options.isBusy()) {
        this.drawSoon()
        return
      }
      const { stale } = this
      this.stale = new Set()
      editor.view.dispatch(editor.state.tr.setMeta(agreedKey, stale))
    })
  }
}
