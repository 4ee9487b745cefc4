/**
 * A proposal of the specimen, told by labels and words so that it can be tabled on any reading of the draft's text.
 * `key` names it within the specimen; the order of an array of these is the order of tabling.
 */
export type SpecimenProposal =
  | {
      readonly kind: 'words'
      readonly key: string
      readonly party: string
      /** Where: a label of the draft ('12', '13 (b)'), 'chapeau', 'note 7', or 'proposal:<key>' for the words of an earlier one. */
      readonly at: string
      /** The words just before the place, telling it from others alike; may be '' when `find` stands only once. */
      readonly before: string
      /** The words struck, exactly as they stand; '' for a pure insertion. Holds no note mark and no italics, nor does `before`. */
      readonly find: string
      /** What is to stand there, with its own spaces and punctuation (D9); '' for a deletion. */
      readonly text: string
      /** Changes with the same group are pieces of one and are decided together. */
      readonly group?: string
      readonly reason?: string
    }
  | {
      readonly kind: 'paragraph'
      readonly key: string
      readonly party: string
      /** The label of the paragraph it follows, or, when it is an alternative, stands beside (D3). */
      readonly after: string
      readonly relation: 'additional' | 'alternative'
      readonly text: string
      readonly reason?: string
    }
