/** Long enough for a few lines a paragraph, short enough for half a screen. */
const WIDTH = 100

/** A text in lines of at most about a hundred characters, each behind the indent; colour codes take no room. Line feeds begin a new line. */
export function wrapLines(text: string, indent: string): readonly string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = []
    let line = ''
    let width = indent.length
    for (const word of paragraph.split(' ')) {
      const length = visibleLength(word)
      if (line !== '' && width + 1 + length > WIDTH) {
        lines.push(indent + line)
        line = word
        width = indent.length + length
      } else {
        width += length + (line === '' ? 0 : 1)
        line = line === '' ? word : `${line} ${word}`
      }
    }
    return [...lines, indent + line]
  })
}

function visibleLength(word: string): number {
  // The escape character begins a colour code, which ends with an m.
  return word
    .split('\u001b')
    .reduce((sum, part, index) => sum + (index === 0 ? part.length : part.length - part.indexOf('m') - 1), 0)
}
