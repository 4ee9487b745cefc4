import type { ProposalId } from '../../shared/table/ids.ts'

/**
 * Lights up the brackets of one record, by a rule of style: nothing of the text is drawn again when the caret or the pointer goes
 * from one bracket to the next, least of all under a selection being made.
 */
export class Light {
  private readonly element: HTMLStyleElement

  constructor(document: Document) {
    this.element = document.createElement('style')
    document.head.append(this.element)
  }

  on(id: ProposalId | null): void {
    const rule =
      id === null
        ? ''
        : `.sheet [data-records~=${JSON.stringify(id)}] { --tint: var(--lit-tint); --line: var(--lit-line); --edge: 2px; }`
    if (this.element.textContent !== rule) this.element.textContent = rule
  }

  destroy(): void {
    this.element.remove()
  }
}
