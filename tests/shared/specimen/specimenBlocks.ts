/** A specimen text cut into what its proposals address, by the plainest rules; independent of the reader the product uses. */
export interface SpecimenBlocks {
  readonly masthead: readonly string[]
  readonly title: string
  readonly headings: readonly string[]
  /** Text by label: 'chapeau', '12', '13 (b)', 'note 7', in order of appearance. */
  readonly texts: ReadonlyMap<string, string>
}

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number a run of superscript digits stands for. */
export function superscriptNumber(marks: string): number {
  return Number([...marks].map(mark => superscripts.indexOf(mark)).join(''))
}

export function specimenBlocks(specimen: string): SpecimenBlocks {
  const blocks = specimen.trim().split(/\n{2,}/)
  const chapeau = blocks.findIndex(block => block.startsWith('We, '))
  if (chapeau < 1) throw new Error('no title and chapeau found')
  const texts = new Map<string, string>()
  const headings: string[] = []
  let paragraph = ''
  const put = (label: string, text: string) => {
    if (texts.has(label)) throw new Error(`two texts are labelled ${label}`)
    texts.set(label, text)
  }
  for (const block of blocks.slice(chapeau)) {
    const shape = /^(?:(\d+)\. |\(([a-z])\) |([⁰¹²³⁴⁵⁶⁷⁸⁹]+) |((?:[IVX]+|[A-D])\. ))?(.*)$/u.exec(block)
    if (shape === null) throw new Error(`a block of several lines: ${block}`)
    const [, number, letter, mark, heading, text = ''] = shape
    if (number !== undefined) {
      paragraph = number
      put(number, text)
    } else if (letter !== undefined) put(`${paragraph} (${letter})`, text)
    else if (mark !== undefined) put(`note ${superscriptNumber(mark)}`, text)
    else if (heading !== undefined) headings.push(block)
    else put('chapeau', text)
  }
  return { masthead: blocks.slice(0, chapeau - 1), title: blocks[chapeau - 1] ?? '', headings, texts }
}
