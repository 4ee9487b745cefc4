import { existsSync, readdirSync, readFileSync } from 'node:fs'

const FOLDER = '../shared/texts'

/** Reads a real document. They lie beside the project and are never copied into it; a missing folder fails the test. */
export function officialText(name: string): string {
  return readFileSync(`${folder()}/${name}.txt`, 'utf8')
}

/** The names of all of them. */
export function officialNames(): readonly string[] {
  return readdirSync(folder()).flatMap(file => (file.endsWith('.txt') ? [file.slice(0, -'.txt'.length)] : []))
}

function folder(): string {
  if (existsSync(FOLDER)) return FOLDER
  throw new Error(`The folder ${FOLDER} with the official texts is missing; it must lie beside the project.`)
}
