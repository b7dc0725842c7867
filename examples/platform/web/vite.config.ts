import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const api = process.env.STARKMATTER_API ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // The packages' sources, so that the page needs no build of theirs.
  resolve: { conditions: ['@starkmatter/source', ...defaultClientConditions] },
  server: { proxy: { '/v1': { target: api, ws: true }, '/reports': api } },
  build: { target: 'es2022' },
})
