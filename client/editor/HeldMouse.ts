import type { EditorView } from '@tiptap/pm/view'

/**
 * While the mouse is held down on the text the browser has the selection to itself: the editor does not read it, and nothing is
 * drawn. A caret put right, or a bracket lit, in the middle of a drag would make the browser forget where the drag began.
 */
export class HeldMouse {
  private isDown = false
  private readonly view: EditorView
  private readonly onRelease: () => void
  private readonly listening = new AbortController()

  constructor(view: EditorView, onRelease: () => void) {
    this.view = view
    this.onRelease = onRelease
    const { signal } = this.listening
    const page = view.dom.ownerDocument
    view.dom.addEventListener(
      'mousedown',
      event => {
        if (event.button === 0) this.isDown = true
      },
      { signal, capture: true },
    )
    // Heard after the editor's own listeners on the document, which end its part of the press.
    for (const end of ['mouseup', 'dragend', 'blur'] as const)
      page.defaultView?.addEventListener(end, () => this.release(), { signal })
    page.defaultView?.addEventListener('mousemove', event => event.buttons === 0 && this.release(), { signal })
    page.defaultView?.addEventListener('selectionchange', event => this.isDown && event.stopPropagation(), {
      signal,
      capture: true,
    })
  }

  get isHeld(): boolean {
    return this.isDown
  }

  destroy(): void {
    this.listening.abort()
  }

  private release(): void {
    if (!this.isDown) return
    this.isDown = false
    readSelection(this.view)
    this.onRelease()
  }
}

/**
 * Has the editor read the browser's selection now. Browsers tell of a caret they have moved with the next frame only: whatever
 * is drawn before would put it back, and the next letter would land where the caret was before.
 */
export function readSelection(view: EditorView): void {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}
