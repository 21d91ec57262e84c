/**
 * The page's look: tokens, then parts from top to bottom, then widths, then paper. One string, since the policy of the
 * page allows exactly one style by its hash and no `style` attribute anywhere.
 */
const LIGHT =
  'color-scheme:light;--paper:#f5f5f1;--sheet:#fff;--ink:#1a1b1c;--ink2:#54575a;--line:#dddcd5;--line2:#bdbcb4;--ctl:#82827a;--accent:#0e5a6b;--soft:#e2eef0;--error:#9a2c1c;--error-soft:#f8e7e3;--warning:#755000;--info:#3d587a;--ok:#296040;--wave:#596167;--grid:#e9e8e2;--on:#fff';
const DARK =
  'color-scheme:dark;--paper:#131415;--sheet:#1a1c1e;--ink:#e8e7e3;--ink2:#abaca8;--line:#2d3033;--line2:#4a4e52;--ctl:#7c8186;--accent:#7fc6d4;--soft:#17323a;--error:#f3a595;--error-soft:#3c211c;--warning:#e5c07a;--info:#a9c3e2;--ok:#95cfaa;--wave:#8f979c;--grid:#272a2d;--on:#1a1c1e';
// On paper always light, whatever the screen shows.
const PAPER =
  'color-scheme:light;--paper:#fff;--sheet:#fff;--ink:#000;--ink2:#444;--line:#d4d4d0;--line2:#a0a09a;--ctl:#777;--accent:#0e5a6b;--soft:#eef4f5;--error:#8c2415;--error-soft:#f8e7e3;--warning:#654500;--info:#33496a;--ok:#1f5235;--wave:#555b60;--grid:#e8e8e4;--on:#fff';

const BASE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:68px}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
h1,h2,h3,h4,p,dl,dd,ol,ul,figure,pre,fieldset{margin:0;padding:0}
ol,ul{list-style:none}
code,pre.yaml{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:14px}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
[hidden]{display:none!important}
.wrap{max-width:1400px;margin-inline:auto;padding-inline:clamp(16px,4vw,56px)}
.only-read{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:8px;z-index:9;background:var(--sheet);padding:8px 16px}
.skip:focus{left:16px}
.defs{position:absolute}
.plain .scripted{display:none!important}
.mark{flex:none;width:16px;height:16px;vertical-align:-.17em}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}.ok{color:var(--ok)}
.thin{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.thick{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.cut{fill:none;stroke:var(--on);stroke-width:1.8;stroke-linecap:round}
.quiet{color:var(--ink2)}
h2{font-size:25px;line-height:1.25;letter-spacing:-.012em;font-weight:650}
h3{font-size:18px;line-height:1.35;font-weight:620}
h4{font-size:20px;line-height:1.35;font-weight:620;letter-spacing:-.01em}
.part{padding-top:44px}
.part-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 22px;margin-bottom:16px}
.part-head p{color:var(--ink2);font-size:15px}
.card{background:var(--sheet);border:1px solid var(--line);border-radius:8px}
button{font:inherit;font-size:14px;line-height:1.3;color:var(--accent);background:var(--sheet);border:1px solid var(--ctl);border-radius:6px;padding:7px 13px;min-height:36px;cursor:pointer;white-space:nowrap}
button:hover{background:var(--soft)}
summary{cursor:pointer;color:var(--accent);font-size:15px;padding:6px 0;min-height:24px}
`;

const TOP = `
.top .wrap{display:flex;justify-content:space-between;align-items:center;gap:16px;padding-block:16px;min-height:72px}
.brand{font-weight:650}.brand span{font-weight:400;color:var(--ink2);margin-left:.4em}
.tools{display:flex;gap:8px}.tools button{background:none;border-color:transparent;color:var(--ink2)}.tools button:hover{border-color:var(--line2)}
.head{display:grid;grid-template-columns:minmax(0,1fr);gap:28px;padding-top:22px}
.folder{font-size:17px;color:var(--ink2)}
h1{font-size:clamp(30px,4.2vw,46px);line-height:1.12;letter-spacing:-.022em;font-weight:650;display:flex;gap:.36em;margin:4px 0 16px}
h1 .mark{width:.72em;height:.72em;margin-top:.2em}
.lead{font-size:clamp(17px,1.5vw,20px);line-height:1.45;max-width:36em}
.counts{display:flex;flex-wrap:wrap;gap:4px 22px;margin-top:16px}
.counts li{display:inline-flex;align-items:center;gap:.45em;font-weight:600}
.stage{color:var(--ink2);margin-top:8px;max-width:44em}.stage strong{color:var(--ink)}
.job{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));align-self:start;overflow:hidden}
.job div{padding:11px 18px 12px;border-top:1px solid var(--line)}
.job div:nth-child(-n+2){border-top:0}.job div:nth-child(even){border-left:1px solid var(--line)}
.job dt,.figures dt{font-size:13px;line-height:1.4;color:var(--ink2)}
.job dd{font-weight:500;line-height:1.4}
.questions{display:grid;border-block:1px solid var(--line2);margin-top:28px}
.question{padding:16px 0}.question+.question{border-top:1px solid var(--line)}
.question dt{font-size:15px;color:var(--ink2)}
.question dd{display:flex;gap:.55em;font-size:18px;font-weight:550;line-height:1.4;margin-top:2px}
.question .mark{margin-top:.28em}
.jump{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line);margin-top:22px}
.jump ul{display:flex;flex-wrap:wrap;gap:0 22px}
.jump a{display:block;padding:12px 2px;text-decoration:none;font-size:15px;color:var(--ink2)}
.jump a:hover{color:var(--ink);text-decoration:underline}
.contents li{padding:4px 0}
`;

const LISTS = `
.part-head h2,.part-head p,.list td:last-child,.rest td,.act-files dt,.lane-name a,.stem-head h3,.question dd>span,.fine li,.job dd{overflow-wrap:anywhere;min-width:0}
.two{display:grid;grid-template-columns:minmax(0,1fr);gap:0 72px}
.person{padding:16px 22px 12px;margin-bottom:16px}
.person-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:8px 16px}
.act{display:grid;grid-template-columns:28px minmax(0,1fr);padding:14px 0}
.act+.act{border-top:1px solid var(--line)}
.act-number{font-weight:600;color:var(--ink2)}
.act-words{font-weight:550;line-height:1.45}
.tag{font-weight:400;color:var(--ink2);font-size:14px}
.act-files{margin:10px 0 4px;font-size:15px}
.act-files div{display:grid;grid-template-columns:minmax(7em,11em) minmax(0,1fr);gap:12px;padding:3px 0}
.act-files dt{font-weight:500}.act-files dd{color:var(--ink2)}
.closes{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;font-size:14px;color:var(--ink2);margin-top:8px}
.ref{display:inline-flex;align-items:center;gap:4px;min-width:24px;min-height:24px;padding:4px 6px;border-radius:5px;font-size:14px;font-weight:600;line-height:1;text-decoration:none}
.ref:hover{background:var(--soft);text-decoration:underline}
.ref.error{color:var(--error)}.ref.warning{color:var(--warning)}.ref.info{color:var(--info)}
.ref .mark{width:14px;height:14px}
.message{border-top:1px solid var(--line);padding-top:4px}
.message pre{white-space:pre-wrap;font:14px/1.55 inherit;font-family:inherit;background:var(--paper);border-radius:6px;padding:14px 16px;margin:4px 0 8px}
.list{width:100%;border-collapse:separate;border-spacing:0;font-size:15px}
.list th,.list td{padding:10px 12px;text-align:left;vertical-align:top;line-height:1.45;border-top:1px solid var(--line);font-weight:400}
.list thead td{border-top:0}.list thead th{border-top:0;font-size:13px;color:var(--ink2);font-weight:500}
.list .number{width:44px;text-align:right;color:var(--ink2)}
.list tbody th{font-weight:550}.list th{overflow-wrap:normal}
.state{white-space:nowrap}.state .mark{margin-right:7px}
.is-gap .state{color:var(--error);font-weight:600}.is-open .state,.is-cannot-tell .state,.is-not-said .state{color:var(--warning)}.is-ok .state .mark{color:var(--ok)}
.from{color:var(--ink2);font-size:13.5px}
.list .ref{margin-block:-4px}
`;

const DRAWINGS = `
.lanes{padding:0 22px 12px;position:relative}
.lane,.ruler-row{display:grid;grid-template-columns:minmax(0,1fr);column-gap:16px}
.lane{padding:5px 0;border-top:1px solid var(--line);align-items:center}
.lanes>.lane:first-of-type{border-top:0}
.ruler-row{position:sticky;top:48px;z-index:3;background:var(--sheet);border-bottom:1px solid var(--line2);padding-top:8px}
.readout{display:none;font-size:14px;color:var(--ink2);align-self:end;padding-bottom:6px}
.lane-name{display:flex;justify-content:space-between;align-items:center;gap:8px;font-size:15px;min-height:26px}
.lane-name>a{color:var(--ink);text-decoration:none}.lane-name>a:hover{text-decoration:underline}
.refs{display:inline-flex;flex-wrap:wrap;gap:2px}
svg{display:block}.mark,.legend svg{display:inline-block}
.wave,.ruler{overflow:visible}
.shape{fill:var(--wave)}
.grid{stroke:var(--grid);stroke-width:1}.base{stroke:var(--line2);stroke-width:1}.tick{stroke:var(--line2);stroke-width:1}
.ruler text{font-size:13px;fill:var(--ink)}.ruler .bars{font-size:12.5px;fill:var(--ink2)}.ruler .section{font-size:13px;font-weight:600;fill:var(--accent)}
.stretch{fill:currentColor;opacity:.14}.under,.at{fill:currentColor}
.whole{stroke:currentColor;stroke-width:2}.whole.warning{stroke-dasharray:9 5}.whole.info{stroke-dasharray:2 5}
.cross{position:absolute;top:0;bottom:12px;width:1px;background:var(--accent);pointer-events:none;z-index:4}
.family{border-top:1px solid var(--line)}.family>summary{padding:0;color:inherit}.family>summary .lane{border-top:0}
.family>summary .lane-name{display:block;padding-block:3px}.family>summary .lane-name>span{display:block;font-weight:550}.family>summary .lane-name>.quiet{font-weight:400;font-size:13.5px;padding-left:1.2em}.family>summary{list-style:none}.family>summary::-webkit-details-marker{display:none}
.family>summary .lane-name>span:first-child::before{content:"▸";color:var(--accent);display:inline-block;width:1.1em}.family[open]>summary .lane-name>span:first-child::before{content:"▾"}
.family .lane .lane .lane-name{padding-left:1.1em}
.legend{display:flex;flex-wrap:wrap;gap:6px 22px;font-size:14px;color:var(--ink2);margin-top:12px}
.legend span{display:inline-flex;align-items:center;gap:8px}.legend span span{white-space:nowrap}.legend>span{flex-wrap:wrap}
.drawing figcaption{font-size:14px;color:var(--ink2);margin-top:6px;max-width:44em}
.plot{display:grid;grid-template-columns:72px minmax(0,1fr);margin-top:4px}
.plot>svg{overflow:visible}
.field{background:var(--paper);border:1px solid var(--line);border-radius:3px}
.axis text,.label{font-size:12.5px;fill:var(--ink2)}
.label{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}.label.bad{fill:var(--error);font-weight:600}
.line{fill:none;stroke:var(--ink);stroke-width:1.4;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.line.ghost{stroke:var(--ink2);stroke-width:1.1;stroke-dasharray:3 3}.line.bad{stroke:var(--error);stroke-width:4}
.edge{stroke:var(--error);stroke-width:1.5}.edge.fine{stroke:var(--ink);stroke-dasharray:4 3}
.bar{fill:var(--wave)}.bar.bad{fill:var(--error-soft);stroke:var(--error)}
.hatched{fill:url(#hatch)}.hatch-line{stroke:var(--line2);stroke-width:1.6}
.scopes{display:flex;flex-wrap:wrap;gap:22px}
`;

const FINDINGS = `
.filters{display:flex;flex-wrap:wrap;align-items:center;gap:12px 28px;font-size:15px;padding:12px 0;border-block:1px solid var(--line);margin-bottom:16px}
fieldset{border:0;min-width:0;display:flex;flex-wrap:wrap;align-items:center;gap:6px 16px}
legend{float:left;padding:0;margin-right:16px;color:var(--ink2)}
.filters label{display:inline-flex;align-items:center;gap:7px;min-height:32px}
.filters>label{color:var(--ink2)}
input[type=checkbox]{width:18px;height:18px;margin:0;accent-color:var(--accent)}
select{font:inherit;font-size:15px;color:var(--ink);background:var(--sheet);border:1px solid var(--ctl);border-radius:6px;padding:5px 8px;min-height:36px;max-width:100%}
.group{padding-top:12px}.group>h3{margin:12px 0}
.finding{padding:22px;display:grid;grid-template-columns:minmax(0,1fr);gap:12px 44px;margin-bottom:16px}
.finding:target,.stem:target,tr:target{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.finding-head{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;font-size:14px;margin-bottom:6px}
.finding-number{font-size:15px;font-weight:600;color:var(--ink2)}
.severity{display:inline-flex;align-items:center;gap:.45em;font-weight:600}
.finding-head code{margin-left:auto;color:var(--ink2)}
.finding h4{margin-bottom:8px}
.finding p{max-width:38rem}
.close{border-top:1px solid var(--line);padding-top:12px}
.fix>span{display:block;font-size:13px;color:var(--ink2)}
.who{font-size:14px;color:var(--ink2);margin-top:10px}
.follows{font-size:15px;color:var(--ink2);margin-top:8px}
pre.yaml{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:12px 16px;line-height:1.7;white-space:pre-wrap}
.line-number{display:inline-block;min-width:2.4em;color:var(--ink2)}
ins{text-decoration:none;background:var(--soft);border-radius:3px;padding:1px 5px}
.rest{width:100%;border-collapse:collapse;font-size:15px}.rest th,.rest td{text-align:left;vertical-align:top;font-weight:400;padding:8px 12px 8px 0;border-top:1px solid var(--line)}.rest thead th{border:0;font-size:13px;color:var(--ink2)}
.steps{padding:6px 22px 12px;margin-bottom:16px}
.steps dl{font-size:15px}.steps dl div{display:grid;grid-template-columns:minmax(0,1fr);gap:0 16px;padding:8px 0;border-top:1px solid var(--line)}
.steps dt{font-weight:550}.steps dd{color:var(--ink2);max-width:46em}.steps h3{padding:10px 0 8px}
p.manuals{font-size:14px;max-width:60em;margin-bottom:12px}
.steps .seen dt{color:var(--accent)}
.fine{font-size:15px;max-width:60em;margin-bottom:16px}.fine li{display:inline}.fine li:not(:last-child)::after{content:", "}
`;

const STEMS = `
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,380px),1fr));gap:16px}
.stem{padding:16px 20px 18px}
.stem-head{display:flex;justify-content:space-between;align-items:center;gap:10px;min-height:28px;margin-bottom:8px}
.sound{fill:var(--wave);opacity:.55}.silence{fill:var(--sheet);stroke:var(--line2);stroke-width:1}
.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:10px 12px;margin-top:14px}
.figures dd{font-size:14.5px;line-height:1.4}
.all{margin-top:16px}.scroll{overflow-x:auto}
.all table{border-collapse:collapse;font-size:14.5px;min-width:820px;width:100%}
.all th,.all td{text-align:left;font-weight:400;padding:7px 12px 7px 0;border-top:1px solid var(--line);overflow-wrap:normal}
.all thead th{border:0;font-size:13px;color:var(--ink2)}.all tbody th{font-weight:550;overflow-wrap:anywhere;min-width:14em}.all .figure{text-align:right;white-space:nowrap}
.foot{margin-top:72px;border-top:1px solid var(--line2);padding-block:22px 44px;font-size:14px;color:var(--ink2)}
.foot p{max-width:60em}.unread{margin-top:12px}
`;

const WIDTHS = `
.drawn .readout{display:block}
@media (min-width:700px){
.questions{grid-template-columns:repeat(3,minmax(0,1fr));gap:0 32px}.question{padding:18px 0}.question+.question{border-top:0;border-left:1px solid var(--line);padding-left:32px}
.lane,.ruler-row{grid-template-columns:212px minmax(0,1fr)}.ruler{grid-column:2;grid-row:1}.readout{grid-row:1}
.steps dl div{grid-template-columns:9em minmax(0,1fr)}
}
@media (max-width:699px){
.list thead{display:none}.list tr{display:grid;grid-template-columns:34px minmax(0,1fr) auto;border-top:1px solid var(--line);padding:10px 14px 10px 0}.list tbody tr:first-child{border-top:0}
.list th,.list td{border:0;padding:0}.list .number{width:auto;padding-right:10px}.list td:last-child{grid-column:2/4;color:var(--ink2)}
.person,.finding,.lanes,.stem,.steps{padding-inline:16px}.wide-only{display:none}.figures{grid-template-columns:repeat(2,minmax(0,1fr))}
.act-files div{grid-template-columns:minmax(0,1fr);gap:0}.ruler-row{position:static}.filters{flex-direction:column;align-items:flex-start}
.jump{position:static}.brand span{display:none}
}
@media (min-width:1000px){
.head{grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:44px 72px;padding-top:32px}
.finding{grid-template-columns:minmax(0,1fr) minmax(0,1.08fr);padding:26px 28px}.finding:not(.drawn-beside) .close{border-top:0;padding-top:32px}.finding.drawn-beside{grid-template-rows:auto 1fr}.finding .drawing{grid-column:2;grid-row:1/3}
}
@media (min-width:700px){.list tbody th,.list thead th{white-space:nowrap}}
@media (min-width:1160px){.two{grid-template-columns:minmax(0,1fr) minmax(0,1.04fr)}}
@media (min-width:1700px){.wrap{max-width:1640px}body{font-size:17px}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

const PRINT = `
@media print{
@page{size:A4;margin:14mm 13mm}
:root:root:root{${PAPER}}
body{font-size:10pt;line-height:1.42}
.scripted,.jump,.skip,.filters,.message,.cards,.cross,.readout,.steps-part{display:none!important}
.wrap{max-width:none;padding-inline:0}.top .wrap{padding-block:0 6px;min-height:0}
.head{grid-template-columns:1.4fr 1fr;gap:14px 22px;padding-top:8px}h1{font-size:24pt;margin:2px 0 8px}.lead{font-size:12pt}.folder{font-size:11pt}
.job div{padding:5px 10px}.job dt{font-size:8.5pt}.counts{margin-top:8px}
.questions{grid-template-columns:repeat(3,1fr);gap:0 16px;margin-top:14px}.question{padding:8px 0}.question+.question{border-top:0;border-left:1px solid var(--line);padding-left:14px}.question dt{font-size:9.5pt}.question dd{font-size:11pt}
.part{padding-top:18px}h2{font-size:15pt}.part-head{margin-bottom:8px;break-after:avoid}.part-head p{font-size:9.5pt}h3,h4{break-after:avoid}h4{font-size:12pt}
.two{display:block}.person{padding:8px 12px;margin-bottom:8px;break-inside:avoid}.act{padding:6px 0}.act-files,.closes{font-size:9.5pt;margin-block:4px}
.list{font-size:9.5pt}.list th,.list td{padding:4px 8px}.list-part{break-inside:avoid}.list tr{break-inside:avoid}
.lanes{padding:0 10px 4px}.ruler-row{position:static}.lane,.ruler-row{grid-template-columns:160px 1fr;column-gap:10px}.ruler{grid-column:2}.lane{padding:1px 0;break-inside:avoid}.lane-name{font-size:9.5pt}.legend{font-size:8.5pt}
.finding{padding:10px 12px;gap:8px 20px;margin-bottom:8px;break-inside:avoid}.finding.drawn-beside{grid-template-columns:1fr 1.1fr;padding:10px 12px}.finding .drawing{grid-column:2;grid-row:1/3}.finding h4{margin-bottom:4px}.close{padding-top:6px}.who,.drawing figcaption,.finding-head{font-size:9pt}
.all table{font-size:8.5pt;min-width:0}.all th,.all td{padding:3px 8px 3px 0}.all>summary{display:none}.all tbody th{min-width:0}
.foot{margin-top:16px;padding-block:8px 0;font-size:9pt}a{color:inherit;text-decoration:none}.ref{min-height:0;padding:1px 3px}
}
`;

export const STYLE = [
  `:root{${LIGHT}}`,
  `:root[data-theme=dark]{${DARK}}`,
  `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}`,
  BASE,
  TOP,
  LISTS,
  DRAWINGS,
  FINDINGS,
  STEMS,
  WIDTHS,
  PRINT,
]
  .join('\n')
  .replace(/\n{2,}/g, '\n');
