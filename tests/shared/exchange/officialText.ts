import { existsSync, readFileSync } from 'node:fs'

const FOLDER = '../shared/texts'

/** Reads a real document. They lie beside the project and are never copied into it; a missing folder fails the test. */
export function officialText(name: string): string {
  if (!existsSync(FOLDER)) {
    throw new Error(`The folder ${FOLDER} with the official texts is missing; it must lie beside the project.`)
  }
  return readFileSync(`${FOLDER}/${name}.txt`, 'utf8')
}
