import { noteMark } from '../../shared/table/words.ts'

/** Words of the text as they read, each note's mark raised: cards do not number notes, the sheet does. */
export function Words({ text }: { readonly text: string }) {
  const [first = '', ...rest] = text.split(noteMark)
  let at = first.length
  return (
    <span className="words">
      {first}
      {rest.map(part => {
        const key = at
        at += part.length + 1
        return (
          <span key={key}>
            <sup className="note-mark">note</sup>
            {part}
          </span>
        )
      })}
    </span>
  )
}
