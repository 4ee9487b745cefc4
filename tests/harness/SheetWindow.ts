import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type BrowserSession, patienceMs } from './BrowserSession.ts'
import { draftOf } from './beginNegotiation.ts'
import { ReceivedFrames } from './ReceivedFrames.ts'

/** A window on a negotiation, worked as people do: with the mouse on words and with the keyboard. */
export class SheetWindow {
  readonly page: Page
  readonly received: ReceivedFrames

  private constructor(page: Page, received: ReceivedFrames) {
    this.page = page
    this.received = received
  }

  /** Opens a link and waits until the text is there. */
  static async open(
    session: BrowserSession,
    name: string,
    link: string,
    person?: BrowserContext,
  ): Promise<SheetWindow> {
    const page = await session.window(name, 'about:blank', person)
    const received = new ReceivedFrames(page)
    await page.goto(link)
    await draftOf(page).waitFor()
    return new SheetWindow(page, received)
  }

  /** A paragraph by its full label, such as "18 (b)", or a note at the foot: "note 3". */
  paragraph(label: string): Locator {
    return draftOf(this.page).locator(`.block[aria-label="${label}"]`)
  }

  /** A paragraph as it prints on the sheet, brackets and names included; without what is only heard, and colleagues' carets. */
  printed(label: string): Promise<string> {
    return printedText(this.paragraph(label))
  }

  /** The whole text as it prints on the sheet. */
  text(): Promise<string> {
    return printedText(draftOf(this.page))
  }

  async expectPrinted(label: string, words: string): Promise<void> {
    await expect.poll(() => this.printed(label), { timeout: patienceMs }).toContain(words)
  }

  async expectNotPrinted(label: string, words: string): Promise<void> {
    await expect.poll(() => this.printed(label), { timeout: patienceMs }).not.toContain(words)
  }

  /** Waits until the top bar says this of the connection: "saved", "your words are kept on this device". */
  async expectConnection(words: string): Promise<void> {
    await this.page.getByRole('banner').getByText(words).waitFor({ timeout: patienceMs })
  }

  /** The card of a proposal by the sentence it is read out with: "United States proposes to insert". */
  card(sentence: string | RegExp): Locator {
    return this.page.getByRole('article', { name: sentence })
  }

  /** Goes to a card and presses one of its buttons. */
  async onCard(sentence: string | RegExp, button: string): Promise<void> {
    const card = this.card(sentence)
    await card.focus()
    await card.getByRole('button', { name: button, exact: true }).click()
  }

  /** Goes to another view of the text; gives the sheet as it reads there. */
  async view(name: 'Compilation' | 'Clean' | 'Ours taken' | 'Compare'): Promise<Locator> {
    await this.page.getByRole('radio', { name, exact: true }).click()
    if (name === 'Compare') return this.page.locator('#sheet .cmp')
    return this.page.locator(name === 'Compilation' ? '#sheet .ProseMirror:not(.reading)' : '#sheet .reading')
  }

  /** Chooses an entry of the page's menu; gives the dialog it opens, where it does. */
  async menu(entry: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
    await this.page.locator('[role^="menuitem"]', { hasText: new RegExp(`^${entry}`) }).click()
    return this.page.getByRole('dialog')
  }

  /** Clicks right behind some words of a paragraph. */
  async clickBehind(label: string, words: string): Promise<void> {
    const { end } = await this.#place(label, words)
    await this.page.mouse.click(end.x, end.y)
  }

  /** Selects with the mouse, from the first letter of some words to the last of others, perhaps in another paragraph. */
  async select(from: readonly [label: string, words: string], to = from): Promise<void> {
    const { start } = await this.#place(...from)
    const { end } = await this.#place(...to)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x, end.y, { steps: 3 })
    await this.page.mouse.up()
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  /** Pastes words as they come from another program. */
  async paste(words: string): Promise<void> {
    await this.page.evaluate(text => navigator.clipboard.writeText(text), words)
    await this.press('Control+v')
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Tables what is on the desk with the keyboard, once the preview shows all these words. */
  async table(...words: readonly string[]): Promise<void> {
    await this.press('Control+Enter')
    const dialog = this.page.getByRole('dialog', { name: /^Table for/ })
    for (const each of words) await dialog.getByText(each).first().waitFor()
    await dialog.getByRole('button', { name: /^Table/ }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Where words stand on the screen, in pixels, scrolled into sight. */
  async #place(label: string, words: string) {
    const paragraph = this.paragraph(label)
    await paragraph.scrollIntoViewIfNeeded()
    return paragraph.evaluate((element, sought) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, {
        acceptNode: node =>
          node.parentElement?.closest('.marks, .caret') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      })
      const letters: { node: Node; at: number; letter: string }[] = []
      while (walker.nextNode()) {
        const node = walker.currentNode
        for (const [at, letter] of [...(node.textContent ?? '')].entries()) letters.push({ node, at, letter })
      }
      const first = letters
        .map(each => each.letter)
        .join('')
        .indexOf(sought)
      const box = (index: number) => {
        const found = letters[index]
        if (first < 0 || found === undefined) throw new Error(`the words are not there: ${sought}`)
        const range = document.createRange()
        range.setStart(found.node, found.at)
        range.setEnd(found.node, found.at + 1)
        return range.getBoundingClientRect()
      }
      const head = box(first)
      const tail = box(first + sought.length - 1)
      return {
        start: { x: head.left + 1, y: (head.top + head.bottom) / 2 },
        end: { x: tail.right - 1, y: (tail.top + tail.bottom) / 2 },
      }
    }, words)
  }
}

function printedText(locator: Locator): Promise<string> {
  return locator.evaluate(element => {
    const copy = element.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const extra of copy.querySelectorAll('.said, .caret, .ProseMirror-separator')) extra.remove()
    return copy.textContent ?? ''
  })
}
