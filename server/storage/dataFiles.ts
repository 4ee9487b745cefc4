/** The names of the files in a data folder. */
export const dataFiles = {
  /** The store; beside it SQLite keeps its log, and the server its lock. */
  store: 'adref.sqlite',
  /** What capacity tokens are made with (see loadSecret). */
  secret: 'secret.key',
} as const
