import { readFile } from 'node:fs/promises'
import { runCommand } from './cli/runCommand.ts'

process.exitCode = await runCommand(process.argv.slice(2), {
  variables: process.env,
  readFile: path => readFile(path),
  write: text => void process.stdout.write(text),
  fail: text => void process.stderr.write(text),
})
