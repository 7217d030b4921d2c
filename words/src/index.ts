// Re-exports only: a page that takes `loadBook` must not draw in the three books that the server speaks from.
export { books } from './books.ts'
export { type Book, loadBook } from './load.ts'
export { fill, type Params } from './say.ts'
export { findWords, say, type WordKey, wordKeys } from './spoken.ts'
