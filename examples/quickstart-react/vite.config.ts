import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  // Inside this repository the packages' sources are used, so that nothing has to be built first.
  resolve: { conditions: ['@starkmatter/source', ...defaultClientConditions] },
})
