import type { Tabling } from './Stage.ts'

/** Negotiations that once broke, and why. They stay, and are run with every test. */
export const foundSeeds: readonly {
  readonly seed: number
  readonly tabling: Tabling
  readonly operations: number
  readonly why: string
}[] = [
  {
    seed: 281579183,
    tabling: 'by act',
    operations: 300,
    why: 'words typed where a strike entered for one’s party by the Secretariat begins in one’s own words are not struck with them',
  },
  {
    seed: 281577982,
    tabling: 'as typed',
    operations: 60,
    why: 'a paragraph proposed after another that was empty when it was tabled stands where the table has it, for its party too',
  },
  {
    seed: 283240794,
    tabling: 'by act',
    operations: 140,
    why: 'words typed where a strike of one’s own words by another act begins stand in front of the words that replace these',
  },
  {
    seed: 282598114,
    tabling: 'by act',
    operations: 300,
    why: 'words typed in front of a strike in one’s own words stand in front of those that replace them',
  },
  {
    seed: 284531275,
    tabling: 'by act',
    operations: 300,
    why: 'what others wrote in one’s words stays there when these are given up, written back, and written on',
  },
  {
    seed: 284531325,
    tabling: 'by act',
    operations: 140,
    why: 'a strike that grows at its start keeps its words behind those of others at its end',
  },
  {
    seed: 284532355,
    tabling: 'by act',
    operations: 300,
    why: 'a proposal set aside, then open again, stands where its words were incorporated meanwhile',
  },
]
