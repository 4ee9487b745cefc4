/** Something that changes now and then, for whoever renders it (`useChanges`). */
export class Told {
  version = 0
  private readonly listeners = new Set<() => void>()

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  tell(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}
