import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the file calls it: `w:p`. */
  readonly name: string
  /** By their names without prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** The namespaces of a Word document, in the usual and in the strict form of the standard, by their last part. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:\d+\/)?main$/, 'w'],
  [/\/markup-compatibility\//, 'mc'],
  [/\/relationships$/, 'rel'],
]

/** Documents nest some thirty deep: text boxes in tables in text boxes. */
const DEEPEST = 300
/** The longest document read here has some hundred thousand. */
const MOST_ELEMENTS = 3_000_000

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[]
}

/**
 * Reads XML into a tree; null when it is malformed, too deep or too large. Entities a file defines for itself are
 * malformed here, so none can unfold.
 */
export function readXml(text: string): XmlElement | null {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] }
  const open: OpenElement[] = [root]
  const prefixes = new Map<string, string>()
  let elements = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ local, prefix, uri, attributes }) => {
    elements++
    if (open.length > DEEPEST || elements > MOST_ELEMENTS) throw new Error('too deep or too large')
    let usual = prefixes.get(uri)
    if (usual === undefined) {
      usual = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? prefix
      prefixes.set(uri, usual)
    }
    const values = new Map(Object.values(attributes).map(attribute => [attribute.local, attribute.value]))
    const element: OpenElement = { name: `${usual}:${local}`, attributes: values, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', words => void open.at(-1)?.children.push(words))
  parser.on('cdata', words => void open.at(-1)?.children.push(words))
  parser.on('closetag', () => void open.pop())
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  const [first] = elementsOf(root)
  return first ?? null
}

export function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter(child => typeof child !== 'string')
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : elementsOf(element).find(child => child.name === name)
}

/** The `val` of a child: how Word writes most settings. Undefined where the child is missing. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('val')
}

/** A setting that is on or off: on where it stands without a value. Undefined where it is missing. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name)
  return child === undefined ? undefined : !/^(?:0|false|off|none)$/.test(child.attributes.get('val') ?? '')
}

export function textOf({ children }: XmlElement): string {
  return children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}
