import type { MenuSection } from '../design/Menu.tsx'

export interface PriorTextMenuOptions {
  readonly isAgreedShown: boolean
  readonly onMark: () => void
  readonly onPedigree: () => void
  readonly onSearch: () => void
  readonly onShelf: () => void
}

/** What one may ask of the prior texts. */
export function priorTextMenu({
  isAgreedShown,
  onMark,
  onPedigree,
  onSearch,
  onShelf,
}: PriorTextMenuOptions): MenuSection {
  return {
    title: 'Agreed language',
    entries: [
      { id: 'mark', label: 'Mark it in the text', hint: 'Alt A', checked: isAgreedShown, onSelect: onMark },
      { id: 'pedigree', label: 'Where these words come from', hint: 'Alt W', checked: null, onSelect: onPedigree },
      { id: 'search', label: 'Search prior texts …', hint: 'Alt F', checked: null, onSelect: onSearch },
      { id: 'shelf', label: 'Prior texts', hint: null, checked: null, onSelect: onShelf },
    ],
  }
}
