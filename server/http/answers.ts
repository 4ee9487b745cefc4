import type { Context } from 'hono'
import type { Refusal } from '../../shared/acts/Refusal.ts'
import type { ApiRefusal } from '../../shared/protocol/ActAnswer.ts'

const statusOf = {
  malformed: 400,
  'not known': 401,
  'not allowed': 403,
  'moved on': 409,
  'too large': 413,
  impossible: 422,
  'not kept': 503,
} as const satisfies Record<ApiRefusal['because'], number>

/** Answers with a refusal, under the status that goes with its reason. */
export function refused(c: Context, because: ApiRefusal['because'], sentence: string): Response {
  const body: ApiRefusal = { refused: sentence, because }
  return c.json(body, statusOf[because])
}

export function refusedAct(c: Context, { because, refused: sentence }: Refusal): Response {
  return refused(c, because, sentence)
}
