import type { Page } from 'playwright-core'
import { percentile } from './percentile.ts'

// Between two keys of a quick typist; not a multiple of a frame, or every key would fall at the same point of one.
const pauseMs = 117
const keys = 100
/** The first few warm the program up and are not counted. */
const warmUp = 15

export interface Keystrokes {
  /** From the key to the end of the first frame painted after the text changed, in milliseconds. */
  readonly p50Ms: number
  readonly p95Ms: number
  /** Main-thread time from the key until the text has changed and the frame's own work is done, waiting for the frame left out. */
  readonly workP50Ms: number
  readonly workP95Ms: number
}

/** Types into the element that has the focus and measures each key. `watched` is the element whose text the keys change. */
export async function measureKeystrokes(page: Page, watched: string): Promise<Keystrokes> {
  // As a string: what the transpiler adds to a function would not be known in the page.
  await page.evaluate(watching(watched))
  for (let index = 0; index < warmUp + keys; index++) {
    await page.keyboard.type(index % 6 === 5 ? ' ' : 'abcdefghij'.charAt(index % 10))
    await page.waitForTimeout(pauseMs)
  }
  // The last key may not have been painted yet.
  await page.waitForTimeout(1_000)
  const measured: { paint: number; work: number }[] = await page.evaluate('window.measuredKeys')
  if (measured.length < warmUp + keys) throw new Error(`of ${warmUp + keys} keys ${measured.length} changed the text`)
  const paints = measured.slice(warmUp).map(({ paint }) => paint)
  const works = measured.slice(warmUp).map(({ work }) => work)
  return {
    p50Ms: percentile(paints, 0.5),
    p95Ms: percentile(paints, 0.95),
    workP50Ms: percentile(works, 0.5),
    workP95Ms: percentile(works, 0.95),
  }
}

/**
 * One callback of the frame is asked for at the key, before the program asks for its own: the frame's work begins there. Another
 * once the text has changed, behind the program's: what is posted from it arrives when the frame has been painted. Keys may come
 * faster than frames when the machine is busy: they wait in a line.
 */
function watching(watched: string): string {
  return `(() => {
    window.measuredKeys = []
    const element = document.querySelector(${JSON.stringify(watched)})
    const channel = new MessageChannel()
    const pressed = []
    const painting = []
    channel.port1.onmessage = () => {
      const now = performance.now()
      const { at, began, changed, framed } = painting.shift()
      window.measuredKeys.push({ paint: now - at, work: changed - began + now - framed })
    }
    addEventListener('keydown', event => {
      const key = { at: event.timeStamp, began: performance.now(), changed: 0, framed: 0 }
      pressed.push(key)
      requestAnimationFrame(() => { key.framed = performance.now() })
    }, true)
    new MutationObserver(() => {
      const key = pressed.shift()
      if (key === undefined) return
      key.changed = performance.now()
      painting.push(key)
      requestAnimationFrame(() => channel.port2.postMessage(null))
    }).observe(element, { subtree: true, characterData: true, childList: true })
  })()`
}
