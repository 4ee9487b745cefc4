import { readFile } from 'node:fs/promises'
import { runCommand } from './cli/runCommand.ts'

// Whoever reads only the first lines (`adref links | head`) has what they wanted.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await runCommand(process.argv.slice(2), {
  variables: process.env,
  hasColours: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  readFile: path => readFile(path),
  write: text => void process.stdout.write(text),
  fail: text => void process.stderr.write(text),
})
