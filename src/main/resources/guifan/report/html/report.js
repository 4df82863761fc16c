/* Makes the page one view at a time, its lists sortable, searchable and paged. Without it everything stands one below the other. */
(function () {
  'use strict';
  const PAGE = 100;
  const words = {};
  document.querySelectorAll('#words [data-word]').forEach(word => { words[word.dataset.word] = word.textContent; });
  const say = (name, ...parts) => parts.reduce((said, part) => said.replace('{}', () => String(part)), words[name]);
  const announce = text => { const said = document.getElementById('said'); if (said) { said.textContent = text; } };
  const plain = text => text.normalize('NFKC').toLowerCase();
  const figures = () => Array.from(document.querySelectorAll('figure[data-chart]'));
  const views = Array.from(document.querySelectorAll('.view'));
  const links = Array.from(document.querySelectorAll('nav a'));

  function make(tag, text, attributes) {
    const element = document.createElement(tag);
    element.textContent = text || '';
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  /* Lists. */
  function list(table) {
    const body = table.tBodies[0];
    const fixed = Array.from(body.rows).filter(row => row.classList.contains('mean'));
    let rows = Array.from(body.rows).filter(row => !row.classList.contains('mean'));
    const texts = new Map(rows.map(row => [row, plain(row.textContent)]));
    const figure = table.closest('figure');
    const tools = make('div', '', {class: 'tools'});
    const search = make('input', '', {type: 'search', 'aria-label': say('search'), placeholder: say('search')});
    const back = make('button', say('previous'), {type: 'button'});
    const on = make('button', say('next'), {type: 'button'});
    const where = make('span');
    let page = 0;
    let found = rows;
    function show() {
      const pages = Math.max(1, Math.ceil(found.length / PAGE));
      page = Math.min(page, pages - 1);
      const shown = new Set(found.slice(page * PAGE, (page + 1) * PAGE));
      rows.forEach(row => row.classList.toggle('off', !shown.has(row)));
      back.disabled = page === 0;
      on.disabled = page === pages - 1;
      [back, on].forEach(button => button.classList.toggle('off', rows.length <= PAGE));
      where.textContent = say('found', found.length) + (pages > 1 ? ' · ' + say('page', page + 1, pages) : '');
      if (figure) {
        GuifanCharts.draw(figure);
      }
    }
    function seek() {
      const wanted = plain(search.value.trim());
      found = rows.filter(row => texts.get(row).includes(wanted));
      page = 0;
      show();
      announce(where.textContent);
    }
    function sort(column, th) {
      const ascending = th.getAttribute('aria-sort') !== 'ascending';
      table.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
      th.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      const number = th.classList.contains('n');
      const key = row => number ? (row.cells[column].dataset.v || '') : row.cells[column].textContent;
      const order = number ? (a, b) => Number(a) - Number(b) : (a, b) => a.localeCompare(b, document.documentElement.lang);
      rows = rows.map((row, i) => [key(row), i, row]).sort(([a, i], [b, j]) => {
        if (a === '' || b === '') {
          return a === b ? i - j : a === '' ? 1 : -1;
        }
        return (ascending ? order(a, b) : order(b, a)) || i - j;
      }).map(entry => entry[2]);
      body.append(...fixed, ...rows);
      const wanted = new Set(found);
      found = rows.filter(row => wanted.has(row));
      page = 0;
      show();
      announce(say('sorted', th.textContent));
    }
    Array.from(table.tHead.rows[0].cells).forEach((th, column) => {
      /* No button element: browsers leave those out of headings that are repeated on paper. */
      const button = make('span', '', {role: 'button', tabindex: '0', class: 'sort'});
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener('click', () => sort(column, th));
      button.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          sort(column, th);
        }
      });
    });
    search.addEventListener('input', seek);
    back.addEventListener('click', () => { page--; show(); announce(where.textContent); });
    on.addEventListener('click', () => { page++; show(); announce(where.textContent); });
    tools.append(search, back, on, where);
    table.closest('.scroll').before(tools);
    show();
  }

  /* Units: one at a time; where they are many, each is laid out when it is asked for. */
  const stored = new Map(Array.from(document.querySelectorAll('script[data-unit]')).map(one => [one.dataset.unit, one]));
  const parts = stored.size ? document.getElementById('parts').textContent.split('\n') : [];
  const names = new Map(stored.size
    ? Array.from(stored, ([id, one]) => [id, one.dataset.name])
    : Array.from(document.querySelectorAll('article.unit'), one => [one.id, one.dataset.name]));
  const ids = Array.from(names.keys());
  let select = null;
  function unit(id) {
    const home = document.getElementById('units');
    if (stored.size) {
      home.querySelectorAll('article').forEach(other => other.remove());
      const page = document.createElement('template');
      page.innerHTML = stored.get(id).textContent.split(' ').map(number => parts[parseInt(number, 36)]).join('');
      home.append(page.content);
    } else {
      home.querySelectorAll('article').forEach(other => other.classList.toggle('off', other.id !== id));
    }
    select.value = id;
    select.before_.disabled = ids.indexOf(id) === 0;
    select.after_.disabled = ids.indexOf(id) === ids.length - 1;
  }
  function chooser(home) {
    const tools = make('div', '', {class: 'tools'});
    const label = make('label', say('choose') + ' ');
    select = make('select');
    names.forEach((name, id) => select.append(make('option', name, {value: id})));
    label.append(select);
    const step = by => { location.hash = ids[ids.indexOf(select.value) + by]; };
    select.before_ = make('button', say('before'), {type: 'button'});
    select.after_ = make('button', say('after'), {type: 'button'});
    const print = make('button', say('print'), {type: 'button'});
    select.addEventListener('change', () => { location.hash = select.value; });
    select.before_.addEventListener('click', () => step(-1));
    select.after_.addEventListener('click', () => step(1));
    print.addEventListener('click', () => {
      document.body.classList.add('one');
      window.print();
    });
    tools.append(label, select.before_, select.after_, print);
    home.querySelector('h2').after(tools);
  }

  /* Views, by what stands behind # in the address. */
  function go(move) {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const one = names.has(wanted) ? wanted : null;
    const view = views.find(other => other.id === (one ? 'units' : wanted)) || views[0];
    views.forEach(other => other.classList.toggle('off', other !== view));
    links.forEach(link => {
      if (link.hash === '#' + view.id) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
    if (view.id === 'units' && ids.length) {
      unit(one || (names.has(select.value) ? select.value : ids[0]));
    }
    figures().filter(figure => view.contains(figure)).forEach(figure => GuifanCharts.draw(figure));
    if (move) {
      window.scrollTo(0, 0);
      const target = (one && document.getElementById(one)) || view;
      target.focus({preventScroll: true});
    }
  }

  document.querySelectorAll('table.list').forEach(list);
  document.body.classList.toggle('many', stored.size > 0);
  if (ids.length) {
    chooser(document.getElementById('units'));
  }
  window.addEventListener('hashchange', () => {
    if (location.hash !== '#main') {
      go(true);
    }
  });
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      figures().forEach(figure => GuifanCharts.draw(figure));
    }
  });
  window.addEventListener('beforeprint', () => figures().forEach(figure => GuifanCharts.draw(figure, 690)));
  window.addEventListener('afterprint', () => {
    document.body.classList.remove('one');
    figures().forEach(figure => GuifanCharts.draw(figure));
  });
  go(false);
})();
