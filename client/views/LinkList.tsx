import { useState } from 'react'
import type { Role } from '../../shared/table/Party.ts'
import { Button } from '../design/Button.tsx'
import './links.css'
import { roleName } from './roleName.ts'

/** A way into a negotiation: whoever has the link acts in this capacity. */
export interface WayIn {
  readonly link: string
  readonly role: Role
  /** The party's name; null for an office or an observer. */
  readonly party: string | null
  /** The person it was made for; null when for whoever is handed it. */
  readonly person: string | null
}

export interface LinkListProps {
  readonly links: readonly WayIn[]
  /** Puts the text on the clipboard. */
  readonly onCopy: (text: string) => void
}

/** Links to hand out, each with its capacity, to be copied one by one. */
export function LinkList({ links, onCopy }: LinkListProps) {
  const [copied, setCopied] = useState<string | null>(null)
  return (
    <ul className="links">
      {links.map(way => {
        const name = nameOf(way)
        return (
          <li key={way.link}>
            <b>{name}</b>
            <input
              readOnly
              value={way.link}
              aria-label={`Link for ${name}`}
              onFocus={event => event.target.select()}
              dir="ltr"
            />
            <Button
              label={`Copy the link for ${name}`}
              onPress={() => {
                onCopy(way.link)
                setCopied(way.link)
              }}
            >
              {copied === way.link ? 'Copied' : 'Copy'}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function nameOf({ role, party, person }: WayIn): string {
  const capacity = party ?? roleName(role)
  return person === null || person === capacity ? capacity : `${capacity}, ${person}`
}
