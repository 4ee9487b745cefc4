import { z } from 'zod'
import { actSchema } from '../../shared/acts/Act.ts'
import { actDoneSchema, actKeySchema, apiRefusalSchema } from '../../shared/protocol/ActAnswer.ts'
import { earlierStateSchema, momentsSchema } from '../../shared/protocol/EarlierState.ts'
import {
  invitationSchema,
  negotiationMadeSchema,
  newNegotiationSchema,
  wayInSchema,
} from '../../shared/protocol/NewNegotiation.ts'
import { recordPageSchema } from '../../shared/protocol/RecordPage.ts'
import { readDocumentSchema } from '../../shared/protocol/readDocumentSchema.ts'
import { heldCapacitySchema, sessionSchema } from '../../shared/protocol/Session.ts'
import {
  newShelfTextSchema,
  shelfChangeSchema,
  shelfEntrySchema,
  shelfRemovedSchema,
  shelfSchema,
  shelfTextSchema,
} from '../../shared/protocol/Shelf.ts'

/** One thing a program can ask for over HTTP, in the forms that the server checks and the pages read. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** As in OpenAPI: what stands in braces is chosen by whoever asks. */
  readonly path: string
  readonly says: string
  /** What is sent: JSON of a form, a file as it is, or nothing. */
  readonly sends: z.ZodType | 'file' | null
  /** Query parameters beside `as`. */
  readonly query: readonly string[]
  readonly answers: z.ZodType
  /** Answered to anybody. */
  readonly isOpen: boolean
}

const plain = { sends: null, query: [], isOpen: false } as const

export const operations: readonly Operation[] = [
  {
    ...plain,
    method: 'get',
    path: '/api',
    says: 'This description.',
    answers: z.looseObject({ openapi: z.string() }),
    isOpen: true,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/health',
    says: 'Whether the server is up.',
    answers: z.object({ well: z.literal(true) }),
    isOpen: true,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/session',
    says: 'Who one is, and what one may do.',
    answers: sessionSchema,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/capacities',
    says: 'Every way in whose cookie is sent; none for a token.',
    answers: z.array(heldCapacitySchema),
    isOpen: true,
  },
  {
    ...plain,
    method: 'post',
    path: '/api/negotiations/{negotiation}/acts',
    says: 'Does one act on the table: answered when it is durable, and done once however often the same key is sent.',
    sends: z.intersection(actKeySchema, actSchema),
    answers: actDoneSchema,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/negotiations/{negotiation}/record',
    says: 'The record: the acts in order, from the sequence `from`, at most `limit` (200).',
    query: ['from', 'limit'],
    answers: recordPageSchema,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/negotiations/{negotiation}/states',
    says: 'The moments worth comparing with: the laying of the draft, decisions, ends of days (`zone`: minutes ahead of UTC).',
    query: ['zone'],
    answers: momentsSchema,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/negotiations/{negotiation}/states/{sequence}',
    says: 'The draft as it read after that act: `reading` is clean, ours taken (one’s own party’s), or everything incorporated.',
    query: ['reading'],
    answers: earlierStateSchema,
  },
  {
    ...plain,
    method: 'post',
    path: '/api/negotiations/{negotiation}/invitations',
    says: 'A link for one more person. For the facilitator and the Secretariat.',
    sends: invitationSchema,
    answers: wayInSchema,
  },
  {
    ...plain,
    method: 'delete',
    path: '/api/negotiations/{negotiation}/invitations/{capacity}',
    says: 'Takes a link back: it opens nothing any more, and its connections close. For the facilitator and the Secretariat.',
    answers: actDoneSchema,
  },
  {
    ...plain,
    method: 'post',
    path: '/api/read',
    says: 'Reads a text or a file (plain text, Word, PDF) into blocks and notes, for review; nothing is kept. For the facilitator and the Secretariat.',
    sends: 'file',
    answers: readDocumentSchema,
  },
  {
    ...plain,
    method: 'post',
    path: '/api/negotiations',
    says: 'Begins a negotiation from a text, reviewed or as it is. For the facilitator and the Secretariat of any.',
    sends: newNegotiationSchema,
    answers: negotiationMadeSchema,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/shelf',
    says: 'The shelf of prior texts, one for all negotiations, without their words; and the instruments that are not on it.',
    answers: shelfSchema,
  },
  {
    ...plain,
    method: 'post',
    path: '/api/shelf',
    says: 'Puts a text on the shelf; the official text of an instrument takes the place of its rendering. For the facilitator and the Secretariat.',
    sends: newShelfTextSchema,
    answers: shelfEntrySchema,
  },
  {
    ...plain,
    method: 'get',
    path: '/api/shelf/{text}',
    says: 'A prior text with its words, which never change: send its ETag as If-None-Match, and it is not sent again (304).',
    answers: shelfTextSchema,
  },
  {
    ...plain,
    method: 'patch',
    path: '/api/shelf/{text}',
    says: 'Says something else of a prior text. For the facilitator and the Secretariat.',
    sends: shelfChangeSchema,
    answers: shelfEntrySchema,
  },
  {
    ...plain,
    method: 'delete',
    path: '/api/shelf/{text}',
    says: 'Takes a prior text off the shelf. For the facilitator and the Secretariat.',
    answers: shelfRemovedSchema,
  },
]

/** As it travels: what the server makes of it after (an id, a cleaned text) has no form of its own in JSON. */
const json = (schema: z.ZodType) => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
})

/** The description of the API, as an OpenAPI 3.1 document. Derived from the forms themselves, so that it cannot say anything else. */
export function apiDescription(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) paths[operation.path] = { ...paths[operation.path], ...described(operation) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Adref',
      version: '1',
      description:
        'A link, /join/TOKEN, holds the token: send it as "Authorization: Bearer TOKEN". What changes all the time, the table and one’s desk, comes by socket.',
    },
    servers: [{ url: publicUrl }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: {
        refusal: {
          description: 'Not done, and why: a sentence for a person.',
          content: json(apiRefusalSchema),
        },
      },
    },
    paths,
  }
}

/** Its bytes tell what it is, whatever it is sent as. */
const anyFile = {
  'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } },
  'text/plain': { schema: { type: 'string' } },
}

function described({ method, path, says, sends, query, answers, isOpen }: Operation): Record<string, object> {
  const refusal = { $ref: '#/components/responses/refusal' }
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path',
    schema: { type: 'string' },
  })
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameter(name, 'path'))
  const content = sends === 'file' ? anyFile : sends === null ? null : json(sends)
  return {
    [method]: {
      summary: says,
      security: isOpen ? [] : [{ token: [] }],
      parameters: [...inPath, ...query.map(name => parameter(name, 'query'))],
      ...(content === null ? {} : { requestBody: { required: true, content } }),
      responses: {
        200: { description: 'Done.', content: json(answers) },
        '4XX': refusal,
        '5XX': refusal,
      },
    },
  }
}
