import type { z } from 'zod'

/**
 * Who may come to the door: anyone, the holder of a personal link, somebody signed in, or a program with a key of that scope.
 * Whether that somebody may see or do the thing is decided by the relations of the actor to the row (see `access` of a thing).
 */
export type Credential = 'public' | 'link' | 'session' | `key:${string}`

/** One endpoint as data: the server mounts it, the web app calls it, OpenAPI describes it. */
export type Endpoint = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  access: Credential
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  answer: z.ZodType
  /** 200 unless said. */
  status?: 200 | 201 | 202
  /** The body is multipart with one file part named `file`; `body` describes the other fields. */
  upload?: true
  /** The answer is a file, not JSON. */
  download?: true
}>

export const endpoint = <const E extends Endpoint>(declared: E): E => declared

type In<S> = S extends z.ZodType ? z.input<S> : never
/** What a caller gives. */
export type Ask<E extends Endpoint> = (E extends { params: z.ZodObject } ? { params: In<E['params']> } : { params?: undefined }) &
  (E extends { query: z.ZodObject } ? { query?: In<E['query']> } : { query?: undefined }) &
  (E extends { body: z.ZodType } ? { body: In<E['body']> } : { body?: undefined })
/** What a caller gets. */
export type Answer<E extends Endpoint> = z.output<E['answer']>
