'use strict';
(() => {
  const table = document.getElementById('post-table');
  const form = document.getElementById('filters');
  if (!table || !form) return;
  const body = table.tBodies[0];
  const severity = document.getElementById('by-severity');
  const rule = document.getElementById('by-rule');
  const find = document.getElementById('find');
  const found = document.getElementById('found');
  const onPaper = 100;
  const ranks = { error: 0, warning: 1, info: 2 };
  const figure = (count) => String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const rows = Array.from(body.rows, (row, index) => ({
    row,
    index,
    text: fold(row.textContent),
    severity: row.dataset.severity,
    rules: row.dataset.rules.split(' '),
    isDue: row.dataset.due === 'yes',
    keys: [
      Number(row.dataset.time),
      ranks[row.dataset.severity],
      fold(row.cells[2].textContent),
      fold(row.cells[3].textContent),
      fold(row.cells[4].textContent),
    ],
  }));
  let shown = rows;
  let timer = 0;

  const filter = () => {
    const words = fold(find.value).split(/\s+/u).filter(Boolean);
    let count = 0;
    for (const one of shown) {
      const isShown =
        (severity.value === '' ||
          (severity.value === 'due' ? one.isDue : one.severity === severity.value)) &&
        (rule.value === '' || one.rules.includes(rule.value)) &&
        words.every((word) => one.text.includes(word));
      one.row.hidden = !isShown;
      if (isShown) count += 1;
      one.row.classList.toggle('later', count > onPaper);
    }
    found.textContent = `${figure(count)} of ${figure(rows.length)} posts shown`;
  };

  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const heads = Array.from(table.tHead.rows[0].cells);
  const sortBy = (column) => {
    const head = heads[column];
    const isDown = head.getAttribute('aria-sort') === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    const way = isDown ? -1 : 1;
    shown = [...rows].sort(
      (a, b) => way * compare(a.keys[column], b.keys[column]) || a.index - b.index,
    );
    body.append(...shown.map(({ row }) => row));
    filter();
  };

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sortBy(column));
    head.replaceChildren(button);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('change', filter);
  find.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(filter, 120);
  });
  form.hidden = false;
  filter();
})();
