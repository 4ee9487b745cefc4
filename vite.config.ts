/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  test: {
    root: '.',
    include: ['tests/**/*.test.{ts,tsx}'],
    // Browser tests start a server and a browser each; two cores carry two files at once.
    maxWorkers: 2,
    // Long, because of noisy neighbours: a machine ten times slower than this one fails nothing.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
