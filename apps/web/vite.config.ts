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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), versionedPublicFiles],
  build: {
    // In-app browsers of messengers are older Chromiums.
    target: ['es2020', 'chrome87', 'safari14', 'firefox78'],
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1100,
  },
  // The host stays ours: the server refuses writes that seem to come from another site.
  server: { port: 5173, proxy: { '/api': { target: `http://127.0.0.1:${process.env['PORT'] ?? 3000}`, changeOrigin: false } } },
})
