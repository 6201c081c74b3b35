import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Browsers of government desks end at Chromium 109 on Windows 7. */
const OLDEST_BROWSER = 'chrome109';

/** Where `vite dev` finds the API. */
const api = process.env['BIHUAN_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    target: OLDEST_BROWSER,
    outDir: '../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1600,
  },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/readyz': api } },
});
