import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'
import { Clock } from '../../../client/views/Clock.tsx'
import { now } from './cardOf.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
// Menus and popovers place themselves by it; jsdom has none.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Element.prototype.scrollIntoView ??= () => {}

const roots: Root[] = []

afterEach(() => {
  act(() => {
    for (const root of roots.splice(0)) root.unmount()
  })
  document.body.replaceChildren()
})

/** Puts a view on the page; returns how to put another in its place. */
export function show(view: ReactNode): (next: ReactNode) => void {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  roots.push(root)
  const render = (next: ReactNode) => act(() => root.render(<Clock value={() => now}>{next}</Clock>))
  render(view)
  return render
}

/** Elements of a role, or of a tag with that role, by the name a screen reader says. */
export function all(role: string): readonly HTMLElement[] {
  const tags: Readonly<Record<string, string>> = {
    button: 'button, label.button',
    link: 'a[href]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]:not([role]), [role=radio]',
    textbox: 'textarea, input:not([type]), input[type=text]',
    combobox: 'select',
    article: 'article',
    list: 'ul, ol',
    progressbar: 'progress',
  }
  const own = tags[role]
  return [
    ...document.querySelectorAll<HTMLElement>(own === undefined ? `[role="${role}"]` : `${own}, [role="${role}"]`),
  ]
}

/** The name of an element: its label, else its words. */
export function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const own = element.closest('label')?.textContent ?? element.textContent ?? ''
  return own.replace(/\s+/g, ' ').trim()
}

export const names = (role: string) => all(role).map(nameOf)

/** The one element of a role and name; throws when there is none, with what there is. */
export function get(role: string, name: string | RegExp): HTMLElement {
  const found = all(role).find(each => (typeof name === 'string' ? nameOf(each) === name : name.test(nameOf(each))))
  if (found === undefined) throw new Error(`no ${role} "${name}" among: ${names(role).join(' | ')}`)
  return found
}

export const press = (role: string, name: string | RegExp) => act(() => get(role, name).click())

export function key(element: Element, value: string): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: value, bubbles: true, cancelable: true }))
  })
}

/** Fills in a field as a person does: React listens to the native setter. */
export function fill(element: HTMLElement, value: string): void {
  const prototype = Object.getPrototypeOf(element)
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')?.set
  act(() => {
    set?.call(element, value)
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  })
}

export const words = () => (document.body.textContent ?? '').replace(/\s+/g, ' ')
