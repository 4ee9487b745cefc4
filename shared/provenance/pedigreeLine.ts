import type { PedigreeStep } from './pedigreeOf.ts'

/** A pedigree in one line, as it is said on the floor: "2009 · 2016 · 2019 unchanged · altered here after “of precursors”". */
export function pedigreeLine(steps: readonly PedigreeStep[]): string {
  return steps
    .map((step, index) => {
      const name = step.place === null ? 'here' : String(step.place.text.year ?? step.place.text.name)
      switch (step.is) {
        case 'first':
          return step.place === null ? 'new here' : name
        case 'unchanged':
          return steps[index + 1]?.is === 'unchanged' ? name : `${name} unchanged`
        case 'altered':
          return `altered ${step.place === null ? 'here' : `in ${name}`} ${whereOf(step.after)}`
        default:
          return step satisfies never
      }
    })
    .join(' · ')
}

function whereOf(after: string): string {
  return after === '' ? 'at the beginning' : `after “${after}”`
}
