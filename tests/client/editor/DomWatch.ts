import { must } from '../../property/Ledger.ts'

/** Watches what a redraw does to the page: a block that reads the same before and after is not to be touched at all (R73). */
export class DomWatch {
  private readonly observer = new MutationObserver(() => undefined)
  private readonly page: Element
  private before = new Map<Element, string>()

  constructor(page: Element) {
    this.page = page
    this.observer.observe(page, { subtree: true, childList: true, characterData: true })
  }

  begin(): void {
    this.observer.takeRecords()
    this.before = new Map(this.blocks().map(block => [block, block.innerHTML]))
  }

  /** Returns how many changes there were; throws when one was within a block that reads as it did. */
  checkUntouched(): number {
    const records = this.observer.takeRecords()
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement
      const block = element?.closest('.block')
      if (block == null || !this.page.contains(block)) continue
      must(
        this.before.get(block) !== block.innerHTML,
        `${block.getAttribute('data-host')} was touched and reads the same`,
      )
    }
    return records.length
  }

  stop(): void {
    this.observer.disconnect()
  }

  private blocks(): readonly Element[] {
    return [...this.page.querySelectorAll('.block')]
  }
}
