/** A plain page of the server's own: a heading and some sentences. Nothing in it comes from outside; it is not escaped. */
export function page(heading: string, sentences: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading} · Adref</title>
<style>
  body { margin: 18vh auto 0; max-width: 34rem; padding: 0 1.5rem; font: 1.1rem/1.55 Georgia, serif; color: #1c1b19; background: #faf9f6 }
  h1 { font-size: 1.5rem; font-weight: 600 }
</style>
<h1>${heading}</h1>
${sentences.map(sentence => `<p>${sentence}</p>`).join('\n')}
</html>
`
}
