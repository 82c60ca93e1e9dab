/** The style of the elected officials' file. */
export const ELECTED_STYLE = `
:root{color-scheme:light;font-family:'Source Sans 3','Segoe UI',system-ui,Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums;color:#1d2129;background:#f7f5f0}
*{box-sizing:border-box}
body{margin:0;line-height:1.4}
h1,h2,p,ul,dl,dd{margin:0}
.switch{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)}
main{display:grid;grid-template:auto minmax(0,1fr) auto/minmax(0,11fr) minmax(0,12fr);gap:1rem 2rem;min-height:100vh;max-width:100rem;margin:0 auto;padding:1.25rem 2rem}
header{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:.5rem 2rem}
h1{font:650 2.1rem/1.15 'Source Serif 4',Georgia,serif}
.conditions{color:#555b66;font-size:1.05rem}
.stamps{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.35rem;padding:0;list-style:none}
.stamps li{padding:.1rem .6rem;border:1.5px solid #a3341f;border-radius:4px;color:#a3341f;font-weight:600;font-size:.9rem}
.situations{display:flex}
.situations label{max-width:24rem;padding:.5rem 1rem;border:1.5px solid #1f5a7a;background:#fffefb;color:#1f5a7a;font-weight:600;cursor:pointer}
.situations label:first-child{border-radius:6px 0 0 6px}
.situations label:last-child{margin-left:-1.5px;border-radius:0 6px 6px 0}
#before:checked~main label[for=before],#after:checked~main label[for=after]{background:#1f5a7a;color:#fff}
#before:focus-visible~main label[for=before],#after:focus-visible~main label[for=after]{outline:3px solid #1d2129;outline-offset:2px}
#after:checked~main .is-before,#before:checked~main .is-after{display:none}
figure{min-width:0;margin:0}
figure svg{display:block;width:100%;height:auto;max-height:calc(100vh - 11rem);padding:.4rem;border:1px solid #d8d3c8;background:#fff}
.told{display:flex;flex-direction:column;justify-content:space-evenly;gap:1rem;min-width:0}
.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1rem 1.5rem;padding:0;list-style:none}
.figures li{display:flex;flex-direction:column;gap:.25rem;padding-top:.5rem;border-top:3px solid #1f5a7a}
.number{font:650 clamp(2.2rem,4.4vw,4rem)/1 'Source Serif 4',Georgia,serif;white-space:nowrap}
.label{font-size:1.05rem}
.was,.respondents{color:#555b66;font-size:.95rem}
.sentences{display:grid;gap:.6rem;padding:0;list-style:none;font:1.2rem/1.4 'Source Serif 4',Georgia,serif}
a{color:inherit;text-decoration:underline dotted #1f5a7a;text-underline-offset:.2em}
a:hover{background:#e3edf2}
a:focus-visible{outline:3px solid #1f5a7a;outline-offset:2px}
.number a{text-decoration-thickness:2px;text-underline-offset:.12em}
footer{grid-column:1/-1;color:#555b66;font-size:.85rem}
.origins{max-width:100rem;margin:0 auto;padding:1.25rem 2rem 3rem;border-top:1px solid #d8d3c8}
.origins h2{margin-bottom:.75rem;font-size:1.3rem}
.origins dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(26rem,100%),1fr));gap:.9rem 2rem}
.origins dt b{font-size:1.15rem}
.origins dd{color:#555b66;font-size:.95rem}
.origins :target{background:#e3edf2;outline:.35rem solid #e3edf2}
@media (max-width:60rem){
main{display:flex;flex-direction:column;padding:1rem}
h1{font-size:1.6rem}
figure svg{max-height:none}
.figures{grid-template-columns:minmax(0,1fr)}
.number{font-size:2.8rem}
.origins{padding:1rem}
}
@page{size:A4;margin:1.2cm}
@media print{
:root{background:#fff;color:#000}
main{display:flex;flex-direction:column;gap:.6rem;height:27cm;min-height:0;padding:0}
h1{font-size:18pt}
header{gap:.3rem}
.situations label{font-size:11pt;padding:.2rem .6rem}
.situations label{display:none}
#before:checked~main label[for=before],#after:checked~main label[for=after]{display:block;background:none;color:#000;border-color:#000;border-radius:4px}
figure{flex:1;min-height:0}
.map{height:100%}
figure svg{height:100%;max-height:none;border:none}
.figures{grid-template-columns:repeat(3,minmax(0,1fr))}
.number{font-size:28pt}
.label,.was,.respondents{font-size:10pt}
.sentences{gap:.3rem;font-size:11pt}
a{text-decoration:none}
footer{font-size:8pt}
.origins{display:none}
}
`;
