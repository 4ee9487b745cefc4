import { MemoryStore } from '../../../server/storage/MemoryStore.ts'
import { storeContract } from '../../contracts/storeContract.ts'

storeContract('MemoryStore', () => new MemoryStore())
