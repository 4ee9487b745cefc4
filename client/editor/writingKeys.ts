import type { DeletionUnit } from './deletionRange.ts'

/** What the keys of the editor do. */
export interface WritingActs {
  readonly erase: (unit: DeletionUnit) => void
  readonly undoOrRedo: (how: 'undo' | 'redo') => void
  readonly enter: () => void
  readonly table: () => void
}

/**
 * The keys of writing. Backspace and Delete are handled here and not left to the browser: from a changed text alone nobody can
 * tell which of two equal neighbours was meant.
 */
export function writingKeys({ erase, undoOrRedo, enter, table }: WritingActs): Record<string, () => boolean> {
  const key = (act: () => void) => () => {
    act()
    return true
  }
  return {
    Backspace: key(() => erase('character before')),
    Delete: key(() => erase('character after')),
    'Mod-Backspace': key(() => erase('word before')),
    'Mod-Delete': key(() => erase('word after')),
    'Mod-z': key(() => undoOrRedo('undo')),
    'Mod-y': key(() => undoOrRedo('redo')),
    'Mod-Shift-z': key(() => undoOrRedo('redo')),
    'Mod-Enter': key(table),
    Enter: key(enter),
    'Shift-Enter': () => true,
  }
}
