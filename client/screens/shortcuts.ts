import type { ShortcutGroup } from '../views/ShortcutsDialog.tsx'

/** The keys of the page, as the list shows them. */
export function shortcutGroups(abilities: readonly string[]): readonly ShortcutGroup[] {
  const groups: ShortcutGroup[] = [
    {
      title: 'Going about',
      shortcuts: [
        { keys: ['Alt', '↓'], does: 'Next bracket' },
        { keys: ['Alt', '↑'], does: 'Previous bracket' },
        { keys: ['?'], does: 'This list' },
      ],
    },
    {
      title: 'Comparing',
      shortcuts: [
        { keys: ['n'], does: 'Next change; Alt ↓ does it too' },
        { keys: ['p'], does: 'Previous change; Alt ↑ does it too' },
      ],
    },
    {
      title: 'Agreed language',
      shortcuts: [
        { keys: ['Alt', 'A'], does: 'Mark it in the text' },
        { keys: ['Alt', 'W'], does: 'Where the words selected, or of the paragraph, come from' },
        { keys: ['Alt', 'F'], does: 'Search prior texts' },
      ],
    },
  ]
  if (abilities.includes('write at a desk'))
    groups.push({
      title: 'Writing',
      shortcuts: [
        { keys: ['Ctrl', 'Enter'], does: 'Table what is on your desk' },
        { keys: ['Enter'], does: 'Propose a paragraph below' },
        { keys: ['Ctrl', 'Z'], does: 'Take back your own last change' },
        { keys: ['Ctrl', 'Y'], does: 'Bring it again' },
      ],
    })
  if (abilities.includes('stance'))
    groups.push({
      title: 'On the bracket at the caret',
      shortcuts: [
        { keys: ['Alt', 'S'], does: 'Support' },
        { keys: ['Alt', 'L'], does: 'Can live with' },
      ],
    })
  return groups
}
