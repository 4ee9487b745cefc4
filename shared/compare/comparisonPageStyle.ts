/** How an exported comparison looks: on a screen, on a phone, where it is one column, and on paper. */
export const comparisonPageStyle = `
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 86rem; padding: 2rem 2.2rem 4rem; background: #fffefb; color: #1d1b18; font: 1.02rem/1.55 "Source Serif 4", Georgia, "Liberation Serif", serif }
header, .mid, .about, summary, .else { font-family: Inter, system-ui, "Liberation Sans", sans-serif }
header { font-size: .82rem; color: #57534b; padding-bottom: 1rem; border-bottom: 1px solid #dcd7cc }
h1 { margin: 0 0 .4rem; font: 600 1.5rem/1.25 Georgia, "Liberation Serif", serif; color: #1d1b18; text-wrap: balance }
header p { margin: .3rem 0 }
.sum b { color: #1d1b18 }
.legend { max-width: 60rem }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 5.5rem minmax(0, 1fr); padding: .35rem 0; break-inside: avoid }
.side { overflow-wrap: break-word }
.side p { margin: .25rem 0; padding-left: 4rem; position: relative; white-space: pre-line }
.side .n { position: absolute; left: 0; color: #57534b; font-variant-numeric: tabular-nums }
.heads { border-bottom: 1px solid #dcd7cc; padding-bottom: .8rem; margin-bottom: .6rem }
h2 { margin: 0; font-size: 1.05rem }
.side p.about { padding: 0; font-size: .78rem; color: #57534b }
h3 { margin: .6rem 0 .2rem; font-size: 1.08rem }
.mid { padding: .45rem .4rem; text-align: center; font-size: .72rem; font-weight: 600; line-height: 1.35; color: #57534b }
.new .side:last-child { background: #f1f9f4 }
.dropped .side:first-child { background: #fcf3f4 }
del { color: #8f2031; background: #fbeaec; text-decoration: line-through }
ins { color: #12603c; background: #e3f3ea; text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: .15em }
del + ins { margin-left: .15em }
.new ins { text-decoration: none }
.new ins, .dropped del { background: none }
sup { font: 600 .65em/1 Inter, system-ui, "Liberation Sans", sans-serif }
summary { padding: .5rem; margin: .35rem 0; text-align: center; font-size: .8rem; color: #57534b; border-block: 1px dashed #dcd7cc; cursor: pointer }
.side p.else { font-size: .8rem; color: #57534b; padding-left: 0 }
@media (max-width: 46rem) {
  body { padding: 1.2rem 1rem 3rem }
  .row { grid-template-columns: minmax(0, 1fr); border-top: 1px solid #ebe7de }
  .mid { text-align: left; padding: .2rem 0 }
  .mid:empty, .side:empty { display: none }
  .side p { padding-left: 3.2rem }
  .pair .side:first-child { border-left: 3px solid #dcd7cc; padding-left: .6rem; color: #57534b }
}
@media print {
  @page { margin: 16mm 14mm }
  body { padding: 0; font-size: 9.5pt; background: #fff }
  .row { grid-template-columns: minmax(0, 1fr) 16mm minmax(0, 1fr) }
  .side p { padding-left: 13mm }
  del, ins, .new .side, .dropped .side { print-color-adjust: exact }
}
`
