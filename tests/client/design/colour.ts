/** Linear light, 0 to 1 per channel. */
export type Rgb = readonly [number, number, number]

/** Reads "#rrggbb"; throws on anything else, so that a missing token fails its test. */
export function rgb(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`not a colour: "${hex}"`)
  const channel = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2.2 contrast of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** A share of one colour over another, mixed as CSS mixes in sRGB. */
export function mix(over: Rgb, under: Rgb, share: number): Rgb {
  const one = (at: 0 | 1 | 2) => linear(encoded(over[at]) * share + encoded(under[at]) * (1 - share))
  return [one(0), one(1), one(2)]
}

const matrices: Readonly<Record<Eye, readonly [Rgb, Rgb, Rgb]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  // Machado, Oliveira and Fernandes 2009, severity 1.0.
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

export type Eye = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia'

/** A colour as an eye sees it. */
export function seenBy(eye: Eye, colour: Rgb): Rgb {
  const [r, g, b] = matrices[eye]
  const one = (row: Rgb) => Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])
  return [one(r), one(g), one(b)]
}

/** How different two colours look: distance in OKLab, in which black and white are 1 apart. */
export function distance(a: Rgb, b: Rgb): number {
  const [x, y] = [oklab(a), oklab(b)]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const linear = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
const encoded = (x: number) => (x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055)
