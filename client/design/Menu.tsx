import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import './overlays.css'

/** One line of a menu. `hint` stands at its end in small type, such as a key or a count. */
export interface MenuEntry {
  readonly id: string
  readonly label: ReactNode
  readonly hint: string | null
  /** Of several that exclude one another: whether this is the one in force. Null for a plain act. */
  readonly checked: boolean | null
  readonly onSelect: () => void
}

export interface MenuSection {
  readonly title: string | null
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  /** A single button element; the menu gives it its state and keys. */
  readonly trigger: ReactNode
  readonly sections: readonly MenuSection[]
}

/** A menu behind a button: arrows, first letters and Escape work as in any other program. Empty sections are left out. */
export function Menu({ trigger, sections }: MenuProps) {
  const shown = sections.filter(section => section.entries.length > 0)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="over" align="end" sideOffset={6} collisionPadding={8}>
          {shown.map((section, index) => (
            <DropdownMenu.Group key={section.entries[0]?.id} aria-label={section.title ?? undefined}>
              {index > 0 && <DropdownMenu.Separator className="over-rule" />}
              {section.title !== null && (
                <DropdownMenu.Label asChild>
                  <h3>{section.title}</h3>
                </DropdownMenu.Label>
              )}
              {section.entries.map(entry => (
                <MenuLine key={entry.id} entry={entry} />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  const inside = (
    <>
      {entry.label}
      {entry.hint !== null && <small>{entry.hint}</small>}
    </>
  )
  if (entry.checked === null)
    return (
      <DropdownMenu.Item className="over-item" onSelect={entry.onSelect}>
        {inside}
      </DropdownMenu.Item>
    )
  return (
    <DropdownMenu.CheckboxItem className="over-item" checked={entry.checked} onSelect={entry.onSelect}>
      {inside}
    </DropdownMenu.CheckboxItem>
  )
}
