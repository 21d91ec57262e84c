/**
 * What the page adds where scripts may run: copying, filters, the theme, the cross-hair, tables opened before printing.
 * All content is there without it. One constant string, named in the page's policy by its hash.
 */
export const SCRIPT = `(() => {
'use strict';
const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
root.classList.remove('plain');
root.classList.add('drawn');

const theme = document.getElementById('theme');
const themes = ['system', 'light', 'dark'];
const showTheme = (name) => {
  if (name === 'system') delete root.dataset.theme;
  else root.dataset.theme = name;
  theme.textContent = 'Theme: ' + name;
};
let chosen = 'system';
try { chosen = localStorage.getItem('stemcheck-theme') ?? 'system'; } catch {}
if (!themes.includes(chosen)) chosen = 'system';
showTheme(chosen);
theme.addEventListener('click', () => {
  chosen = themes[(themes.indexOf(chosen) + 1) % themes.length];
  showTheme(chosen);
  try { localStorage.setItem('stemcheck-theme', chosen); } catch {}
});

document.getElementById('print').addEventListener('click', () => print());
let opened = [];
addEventListener('beforeprint', () => {
  opened = all('details.all:not([open]), details.family:not([open])');
  for (const one of opened) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of opened) one.open = false;
});

const copyOld = (text) => {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  let done = false;
  try { done = document.execCommand('copy'); } catch {}
  area.remove();
  return done;
};
for (const button of all('[data-copy]')) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    let done = false;
    try { await navigator.clipboard.writeText(text); done = true; } catch { done = copyOld(text); }
    button.textContent = done ? 'Copied' : 'Not allowed here: mark the text below';
    if (!done) document.getElementById(button.dataset.copy).closest('details').open = true;
    setTimeout(() => { button.textContent = label; }, 2200);
  });
}

for (const form of all('form.filters')) {
  const part = form.closest('section');
  const cards = all('[data-severity]', part);
  const apply = () => {
    const severities = all('[name=severity]:checked', form).map((box) => box.value);
    let shown = 0;
    for (const card of cards) {
      const fits = severities.includes(card.dataset.severity)
        && (form.who.value === '' || card.dataset.who.split(' ').includes(form.who.value))
        && (form.item.value === '' || card.dataset.item === form.item.value);
      card.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of all('.group', part)) group.hidden = all('[data-severity]:not([hidden])', group).length === 0;
    part.querySelector('.shown').textContent = shown + ' of ' + cards.length + ' shown';
  };
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  const reveal = () => {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (card && cards.includes(card) && card.hidden) {
      form.reset();
      apply();
      card.scrollIntoView();
    }
  };
  addEventListener('hashchange', reveal);
  reveal();
}

for (const select of all('select.daw')) {
  const part = select.closest('section');
  select.addEventListener('change', () => {
    for (const step of all('[data-daw]', part)) step.hidden = select.value !== '' && step.dataset.daw !== select.value;
  });
}

for (const lanes of all('.lanes')) {
  const cross = lanes.querySelector('.cross');
  const readout = lanes.querySelector('.readout');
  const seconds = Number(lanes.dataset.seconds);
  const bar = Number(lanes.dataset.bar);
  const clear = () => { cross.hidden = true; readout.textContent = ''; };
  lanes.addEventListener('mousemove', (event) => {
    const ruler = lanes.querySelector('.ruler').getBoundingClientRect();
    const share = (event.clientX - ruler.left) / ruler.width;
    if (!(share >= 0 && share <= 1)) return clear();
    cross.hidden = false;
    cross.style.left = event.clientX - lanes.getBoundingClientRect().left + 'px';
    const at = share * seconds;
    const minutes = Math.floor(at / 60);
    const rest = (at - minutes * 60).toFixed(1).padStart(4, '0');
    readout.textContent = minutes + ':' + rest + (bar > 0 ? '  bar ' + (Math.floor(at / bar) + 1) : '');
  });
  lanes.addEventListener('mouseleave', clear);
}
})();`;
