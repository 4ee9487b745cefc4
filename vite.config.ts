/// <reference types="vitest/config" />
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { wantingOfficialTexts } from './tests/harness/wantingOfficialTexts.ts'

/** Writes each script and style once more, compressed: a delegate at the end of a slow line waits a third of the time, and the server compresses nothing. */
function compressed(): Plugin {
  const compress = promisify(brotliCompress)
  // The highest quality, 11, saves 5 % more and takes ten times as long.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return {
    name: 'compressed',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!/\.(?:js|css)$/.test(name)) continue
        const source = await compress(file.type === 'chunk' ? file.code : file.source, { params })
        this.emitFile({ type: 'asset', fileName: `${name}.br`, source })
      }
    },
  }
}

export default defineConfig({
  root: 'client',
  plugins: [react(), compressed()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    root: '.',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: process.env['VITEST'] === undefined ? [] : wantingOfficialTexts(),
    // Browser tests start a server and a browser each; two cores carry two files at once.
    maxWorkers: 2,
    // Long, because of noisy neighbours: a machine ten times slower than this one fails nothing.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
