'use strict';
/* Opens reports in Chromium and works with them as a reader does; see scripts/check-report. */
const {execFileSync} = require('child_process');
const fs = require('fs');
const path = require('path');
const puppeteer = require('puppeteer-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [command, out] = process.argv.slice(2);
const faults = [];
const fault = (where, what) => faults.push(where + ': ' + what);

function guifan(...args) {
  const [program, ...first] = command.split(' ');
  execFileSync(program, [...first, ...args], {stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 1 << 28});
}

/* Sheets made of that of 2020: hostile names in two years, and 2,000 units in two years. */
const HOSTILE = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", '</script><b>x', '&lt;i&gt;', 'مرحبا镇', 'a\u202Ebc'];
function sheets() {
  const [header, ...rows] = fs.readFileSync('examples/2020/scores.csv', 'utf8').trim().split(/\r?\n/);
  const named = (row, name) => '"' + name.replace(/"/g, '""') + '"' + row.slice(row.indexOf(','));
  const write = (file, lines) => fs.writeFileSync(path.join(out, file), [header, ...lines].join('\n') + '\n');
  const nextYear = row => row.replace(',2020,', ',2021,');
  const hostile = HOSTILE.map((name, i) => named(rows[i + 1], name));
  const many = Array.from({length: 2000}, (_, i) => named(rows[i % rows.length], '单位' + String(i).padStart(4, '0')));
  write('hostile.csv', hostile);
  write('hostile-2021.csv', hostile.map((row, i) => nextYear(named(rows[i + 2], HOSTILE[i]))));
  write('many.csv', many);
  write('many-2021.csv', many.map(nextYear));
}

function reports() {
  const file = name => path.join(out, name);
  const evaluate = ['evaluate', '-q', '--standard', '2019'];
  guifan(...evaluate, 'examples/2020/scores.csv', '-o', file('report.html'), '--unit-pages', file('units'));
  guifan(...evaluate, 'examples/2020/scores.csv', '-o', file('report-en.html'), '--lang', 'en');
  guifan(...evaluate, file('hostile.csv'), '-o', file('hostile.html'), '-o', file('hostile.json'), '--unit-pages', file('hostile'));
  guifan(...evaluate, file('hostile-2021.csv'), '-o', file('hostile-2021.json'));
  const years = [2018, 2019, 2020].map(year => 'examples/' + year + '/results.json');
  guifan('trends', '-q', ...years, '-o', file('trends.html'));
  guifan('trends', '-q', ...years, '-o', file('trends-en.html'), '--lang', 'en');
  guifan('trends', '-q', file('hostile.json'), file('hostile-2021.json'), '-o', file('hostile-trends.html'));
  guifan('diff', '-q', '2018', '2019', '-o', file('standards.html'));
  guifan('diff', '-q', ...years.slice(0, 2), '-o', file('results.html'));
  guifan('diff', '-q', ...years.slice(0, 2), '-o', file('results-en.html'), '--lang', 'en');
  guifan('diff', '-q', file('hostile.json'), file('hostile-2021.json'), '-o', file('hostile-results.html'));
}

async function opened(browser, file, width) {
  const page = await browser.newPage();
  const name = path.basename(file) + ' ' + width;
  page.on('console', message => fault(name, 'console: ' + message.text()));
  page.on('pageerror', error => fault(name, 'error: ' + error.message));
  page.on('dialog', dialog => { fault(name, 'dialog: ' + dialog.message()); dialog.dismiss(); });
  page.on('request', request => {
    if (!/^(file|data):/.test(request.url()) || (request.url().startsWith('file:') && request.resourceType() !== 'document')) {
      fault(name, 'request: ' + request.url());
    }
  });
  await page.setViewport({width, height: 900});
  await page.goto('file://' + path.resolve(file), {timeout: 0});
  return page;
}

async function look(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) {
    fault(name, 'wider than the screen by ' + wide);
  }
  await page.screenshot({path: path.join(out, name + '.png'), fullPage: true});
}

async function sound(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run());
  found.violations.filter(one => ['serious', 'critical'].includes(one.impact)).forEach(one => {
    fault(name, 'axe ' + one.impact + ' ' + one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '));
  });
}

const views = page => page.$$eval('nav a', links => links.map(link => link.getAttribute('href')));

async function walk(browser, file, prefix) {
  for (const width of [1280, 390]) {
    const page = await opened(browser, file, width);
    const hashes = await views(page);
    for (const hash of hashes.length ? hashes : ['']) {
      if (hash) {
        await page.click('nav a[href="' + hash + '"]');
      }
      const name = [prefix, width, hash.slice(1)].filter(String).join('-');
      await look(page, name);
      await sound(page, name);
    }
    await page.close();
  }
}

async function print(browser, file, name) {
  const page = await opened(browser, file, 1280);
  await page.pdf({path: path.join(out, name + '.pdf'), preferCSSPageSize: true, printBackground: true, timeout: 0});
  await page.close();
}

function must(where, what, truth) {
  if (!truth) {
    fault(where, what);
  }
}

const shown = (page, selector) => page.$$eval(selector, found => found.filter(one => one.getClientRects().length > 0).length);

async function work(browser) {
  const page = await opened(browser, path.join(out, 'report.html'), 1280);
  await page.keyboard.press('Tab');
  must('keyboard', 'the first stop is the way to the content', await page.evaluate(() => document.activeElement.className === 'skip'));
  await page.type('#league input', '白沙');
  must('search', 'one row is left', await shown(page, '#league tbody tr') === 1);
  await page.click('#league tbody tr:not(.off) a');
  await page.waitForSelector('article.unit:not(.off)');
  must('unit', 'the unit that was clicked is shown alone', await shown(page, 'article.unit') === 1
    && await page.$eval('article.unit:not(.off) h3', h3 => h3.textContent.includes('白沙镇')));
  const before = await page.$eval('.tools select', select => select.value);
  await page.evaluate(() => { window.scrollTo(0, 0); });
  await page.click('#units .tools button:nth-of-type(2)');
  await page.waitForFunction(old => document.querySelector('#units select').value !== old, {}, before);
  must('unit', 'the next unit is shown alone', await shown(page, 'article.unit') === 1);
  await page.goBack();
  await page.waitForFunction(old => document.querySelector('#units select').value === old, {}, before);
  await page.click('nav a[href="#areas"]');
  await page.waitForSelector('#areas svg');
  await page.hover('#areas .chart');
  await page.focus('#areas thead th:nth-child(2) .sort');
  await page.keyboard.press('Enter');
  const sorted = await page.$$eval('#areas tbody tr:not(.mean) td:nth-of-type(1)', cells => cells.map(cell => cell.dataset.v).filter(Boolean).map(Number));
  must('sort', 'by the rate of the first area', sorted.every((rate, i) => i === 0 || sorted[i - 1] <= rate));
  must('sort', 'it is told', await page.$eval('#areas thead th:nth-child(2)', th => th.getAttribute('aria-sort') === 'ascending'));
  await page.close();
}

async function hostile(browser, file) {
  const page = await opened(browser, path.join(out, file), 1280);
  for (const hash of await views(page)) {
    await page.click('nav a[href="' + hash + '"]');
    for (const chart of await page.$$('.view:not(.off) .chart')) {
      const box = await chart.boundingBox();
      for (let y = 40; box && y < box.height; y += 12) {
        await page.mouse.move(box.x + box.width / 2, box.y + y);
      }
    }
  }
  const names = await page.$$eval('article.unit', units => units.map(unit => unit.querySelector('bdi').textContent));
  HOSTILE.forEach(name => must(file, name, names.includes(name.replace('\u202E', '\\u{202E}'))));
  await page.click('nav li:nth-child(1) a');
  await look(page, file.replace('.html', ''));
  await page.close();
}

/* A chart draws what its table says: as many lines and bars as there are units. */
async function compared(browser) {
  let page = await opened(browser, path.join(out, 'trends.html'), 1280);
  must('trends', 'a line for each unit', await page.evaluate(() => echarts.getInstanceByDom(document.querySelector('#ranks .chart')).getOption().series.length) === 17);
  await page.type('#ranks input', '川岛');
  must('trends', 'the chart follows the search', await page.evaluate(() => echarts.getInstanceByDom(document.querySelector('#ranks .chart')).getOption().series.length) === 1);
  await page.click('#ranks tbody tr:not(.off) a');
  await page.waitForSelector('article.unit:not(.off) svg');
  must('trends', 'the unit that was clicked is shown', await page.$eval('article.unit:not(.off) h3', h3 => h3.textContent.includes('川岛镇')));
  await page.close();
  page = await opened(browser, path.join(out, 'results.html'), 1280);
  await page.click('nav a[href="#parts"]');
  const sums = await page.evaluate(() => {
    const option = echarts.getInstanceByDom(document.querySelector('#parts .chart')).getOption();
    const bars = option.series.filter(one => one.type === 'bar');
    const totals = bars[0].data.map((_, i) => bars.reduce((sum, one) => sum + one.data[i], 0));
    const rows = Array.from(document.querySelectorAll('#parts tbody tr'));
    return rows.map((row, i) => Math.abs(Number(row.cells[1].dataset.v) + totals[i] - Number(row.cells[row.cells.length - 1].dataset.v)));
  });
  must('results', 'the bars lead from the old total to the new one', sums.length === 17 && sums.every(rest => rest < 0.001));
  await page.close();
  page = await opened(browser, path.join(out, 'standards.html'), 1280);
  const ends = await page.evaluate(() => {
    const data = echarts.getInstanceByDom(document.querySelector('#flow .chart')).getOption().series[0];
    return data.links.reduce((sum, link) => sum + link.value, 0);
  });
  must('standards', 'all points flow', ends === 119);
  await page.close();
}

async function many(browser) {
  const file = name => path.join(out, name);
  guifan('evaluate', '-q', '--standard', '2019', file('many.csv'), '-o', file('many.html'), '-o', file('many.json'));
  guifan('evaluate', '-q', '--standard', '2019', file('many-2021.csv'), '-o', file('many-2021.json'));
  guifan('trends', '-q', file('many.json'), file('many-2021.json'), '-o', file('many-trends.html'));
  const started = Date.now();
  let page = await opened(browser, path.join(out, 'many.html'), 1280);
  console.log('many.html: opened in ' + Math.round((Date.now() - started) / 100) / 10 + ' s');
  must('many', 'a page of the list holds 100', await shown(page, '#league tbody tr') === 100);
  await page.click('#league .tools button:nth-of-type(2)');
  must('many', 'the second page begins after it', await page.$$eval('#league tbody tr', rows => rows.findIndex(row => !row.classList.contains('off'))) === 100);
  await page.type('#league input', '单位1234');
  must('many', 'one of 2,000 is found', await shown(page, '#league tbody tr') === 1);
  await page.click('#league tbody tr:not(.off) a');
  await page.waitForSelector('article.unit');
  must('many', 'its page is laid out', await page.$eval('article.unit h3', h3 => h3.textContent.includes('单位1234')) && await shown(page, 'article.unit tr[data-indicator]') === 48);
  await look(page, 'many-unit');
  await sound(page, 'many-unit');
  await page.click('nav a[href="#areas"]');
  await look(page, 'many-areas');
  await page.close();
  page = await opened(browser, path.join(out, 'many-trends.html'), 1280);
  must('many', 'a page of the years holds 100', await shown(page, '#ranks tbody tr') === 100);
  must('many', 'it is told that not all are drawn', await page.$eval('#ranks .cut', note => note.textContent.includes('60')));
  await page.type('#ranks input', '单位1234');
  await page.click('#ranks tbody tr:not(.off) a');
  await page.waitForSelector('article.unit svg');
  await look(page, 'many-trends-unit');
  await page.close();
}

async function withoutScript(browser) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto('file://' + path.resolve(out, 'report.html'));
  must('no script', 'every view and every unit is there', await shown(page, '.view') === 5 && await shown(page, 'article.unit') === 17);
  await page.close();
}

(async () => {
  sheets();
  reports();
  const browser = await puppeteer.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'], protocolTimeout: 600000});
  try {
    for (const name of ['report', 'report-en', 'trends', 'trends-en', 'standards', 'results', 'results-en']) {
      await walk(browser, path.join(out, name + '.html'), name);
    }
    await walk(browser, path.join(out, 'units', '川岛镇.html'), 'unit');
    for (const name of ['report', 'trends', 'standards', 'results']) {
      await print(browser, path.join(out, name + '.html'), name);
    }
    await print(browser, path.join(out, 'units', '川岛镇.html'), 'unit');
    await work(browser);
    await compared(browser);
    for (const file of ['hostile.html', 'hostile-trends.html', 'hostile-results.html']) {
      await hostile(browser, file);
    }
    await withoutScript(browser);
    await many(browser);
  } finally {
    await browser.close();
  }
  for (const name of ['report', 'trends', 'standards', 'results']) {
    const size = fs.statSync(path.join(out, name + '.html')).size;
    console.log(name + '.html: ' + size + ' bytes');
    must('size', name + ': ' + size + ' bytes, more than 2.5 MB', size < 2500000);
  }
  console.log('many.html: ' + fs.statSync(path.join(out, 'many.html')).size + ' bytes for 2,000 units');
  faults.forEach(one => console.error(one));
  console.log(faults.length ? faults.length + ' faults' : 'no faults; look at the pictures in ' + out);
  process.exit(faults.length ? 1 : 0);
})();
