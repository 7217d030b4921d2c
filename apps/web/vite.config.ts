import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Files of `public/` keep their names while the server lets browsers keep them for a year: the page asks for each by its content. */
const versionedPublicFiles: Plugin = {
  name: 'versioned-public-files',
  apply: 'build',
  transformIndexHtml: (html) =>
    html.replace(/"\/(first-paint\.js|favicon\.svg)"/g, (_, name: string) => {
      const content = fs.readFileSync(path.join(import.meta.dirname, 'public', name))
      return `"/${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 8)}"`
    }),
}

/** The page names the files of the three languages, so that `first-paint.js` can fetch the reader's while the rest is still on its way. */
const namedBooks: Plugin = {
  name: 'named-books',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const books = Object.values(bundle ?? {}).flatMap((file) => {
        const language =
          file.type === 'chunk' && file.isDynamicEntry ? /\/book\.([\w-]+)\.ts$/.exec(file.facadeModuleId ?? '')?.[1] : undefined
        return language ? [` data-book-${language.toLowerCase()}="/${file.fileName}"`] : []
      })
      return html.replace('<script src="/first-paint.js', `<script${books.join('')} src="/first-paint.js`)
    },
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), versionedPublicFiles, namedBooks],
  build: {
    // In-app browsers of messengers are older Chromiums.
    target: ['es2020', 'chrome87', 'safari14', 'firefox78'],
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1100,
    rolldownOptions: {
      // The door of the words also leads to all three books at once, for the server; what a page does not take of it stays out.
      treeshake: { moduleSideEffects: (id: string) => !/\/(words|contract|packages\/[\w-]+)\/src\//.test(id) },
    },
  },
  // The host stays ours: the server refuses writes that seem to come from another site.
  server: { port: 5173, proxy: { '/api': { target: `http://127.0.0.1:${process.env['PORT'] ?? 3000}`, changeOrigin: false } } },
})
