import type { Store, StoredNegotiation } from '../../server/storage/Store.ts'

export const negotiation: StoredNegotiation = {
  id: 'n1',
  title: 'Declaration – “déclaration” 宣言',
  createdAt: 1_700_000_000_000,
  settings: '{"labels":"running"}',
}

/** The store, with that negotiation in it. */
export async function withNegotiation(store: Store): Promise<Store> {
  await store.createNegotiation(negotiation)
  return store
}
