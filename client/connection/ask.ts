import type { z } from 'zod'
import { type ApiRefusal, apiRefusalSchema } from '../../shared/protocol/ActAnswer.ts'

/** What came of asking the server: its answer, its refusal, or that it could not be reached. */
export type Asked<T> =
  | { readonly is: 'answered'; readonly answer: T }
  | { readonly is: 'refused'; readonly refusal: ApiRefusal }
  | { readonly is: 'unreachable' }

export interface Question<T> {
  readonly path: string
  readonly answers: z.ZodType<T>
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown
  /** Left out: POST with a body, GET without one. */
  readonly method?: 'PATCH' | 'DELETE'
  readonly signal?: AbortSignal
}

/** Asks the server once. Never throws for what the network or the server does. */
export async function ask<T>({ path, answers, body, method, signal }: Question<T>): Promise<Asked<T>> {
  try {
    const response = await fetch(path, { ...sentAs(body, method), signal: signal ?? null })
    return understood(response.ok, await response.json(), answers)
  } catch {
    return { is: 'unreachable' }
  }
}

/** The server's answer, or its refusal, in the form that was asked for. */
export function understood<T>(isGood: boolean, json: unknown, answers: z.ZodType<T>): Asked<T> {
  const answer = answers.safeParse(json)
  if (isGood && answer.success) return { is: 'answered', answer: answer.data }
  const refusal = apiRefusalSchema.safeParse(json)
  if (refusal.success) return { is: 'refused', refusal: refusal.data }
  return {
    is: 'refused',
    refusal: { refused: 'The server gave an answer this page does not understand. Reload it.', because: 'malformed' },
  }
}

function sentAs(body: unknown, method: Question<unknown>['method']): RequestInit {
  if (body === undefined) return method === undefined ? {} : { method }
  const isText = typeof body === 'string'
  return {
    method: method ?? 'POST',
    headers: { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' },
    body: isText ? body : JSON.stringify(body),
  }
}
