import { describeStore } from '../testing/describeStore.ts'
import { createMemoryStore } from './memory-store.ts'

describeStore('memory store', async () => createMemoryStore())
