import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBrowser } from './findBrowser.ts'

// Unpacked on first use: two hundred megabytes, on a machine that may have much else to do.
const unpackingMs = 120_000

test('a machine without a browser runs the one that comes packed', { timeout: unpackingMs }, async () => {
  const { executablePath, env } = await findBrowser({ PATH: '' })
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
    env: { ...env },
  })
  try {
    const page = await browser.newPage()
    await page.setContent('<h1>Here</h1>')
    expect(await page.getByRole('heading').textContent()).toBe('Here')
  } finally {
    await browser.close()
  }
})

test('a named browser that is not there is said', async () => {
  await expect(findBrowser({ CHROME_PATH: '/nowhere/chrome' })).rejects.toThrow('CHROME_PATH names /nowhere/chrome')
})
