/* Draws figures from the tables in them, so that a chart cannot say another number than its table. */
const GuifanCharts = (function () {
  'use strict';
  const MOST = 60;
  const INK = '#1b2430';
  const SHADES = ['#f7fbff', '#d2e3f3', '#9ecae1', '#4292c6', '#2171b5', '#08306b'];
  const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", sans-serif';
  const drawn = new Map();

  const rows = figure => Array.from(figure.querySelectorAll('tbody tr')).filter(row => !row.classList.contains('off'));
  const label = row => row.cells[0].textContent;
  const value = cell => cell && cell.dataset.v ? Number(cell.dataset.v) : null;
  const short = (text, most) => Array.from(text).length > most ? Array.from(text).slice(0, most - 1).join('') + '…' : text;
  const headings = figure => Array.from(figure.querySelectorAll('thead th')).map(th => (th.querySelector('button') || th).textContent);

  /** Returns what to show beside the pointer; a name never becomes markup. */
  function tip(text) {
    const box = document.createElement('div');
    box.textContent = text;
    return box;
  }

  function bars(figure, width) {
    const all = rows(figure);
    return {
      height: all.length * 40 + 40,
      option: {
        grid: {left: 10, right: 50, top: 10, bottom: 20, containLabel: true},
        tooltip: {formatter: item => tip(item.name + '  ' + item.value)},
        xAxis: {type: 'value', minInterval: 1, axisLabel: {color: INK}},
        yAxis: {type: 'category', inverse: true, data: all.map(label), axisTick: {show: false}, axisLabel: {color: INK, formatter: text => short(text, width < 500 ? 8 : 20)}},
        series: [{type: 'bar', data: all.map(row => value(row.querySelector('td.n'))), barMaxWidth: 24, color: '#0072b2', label: {show: true, position: 'right', color: INK}}]
      }
    };
  }

  function heat(figure, width) {
    const all = rows(figure).slice(0, MOST);
    const areas = headings(figure).slice(1);
    const narrow = width < 560;
    const cells = [];
    all.forEach((row, y) => areas.forEach((area, x) => {
      const rate = value(row.cells[x + 1]);
      if (rate !== null) {
        cells.push({value: [x, y, rate], label: {color: rate > 75 ? '#fff' : INK}});
      }
    }));
    const least = Math.min(50, Math.floor(Math.min(...cells.map(cell => cell.value[2])) / 10) * 10);
    cells.forEach(cell => { cell.label.color = (cell.value[2] - least) / (100 - least) > 0.55 ? '#fff' : INK; });
    return {
      height: all.length * (narrow ? 22 : 26) + (narrow ? 110 : 80),
      option: {
        grid: {left: 4, right: 8, top: narrow ? 66 : 34, bottom: 44, containLabel: true},
        tooltip: {formatter: item => tip(label(all[item.value[1]]) + ' · ' + areas[item.value[0]] + '  ' + all[item.value[1]].cells[item.value[0] + 1].textContent + '%')},
        xAxis: {type: 'category', position: 'top', data: areas, axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: INK, interval: 0, rotate: narrow ? 60 : 0, fontSize: narrow ? 10 : 12, formatter: text => short(text, narrow ? 6 : 7)}},
        yAxis: {type: 'category', inverse: true, data: all.map(label), axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: INK, interval: 0, fontSize: narrow ? 10 : 12, formatter: text => short(text, narrow ? 6 : 12)}},
        visualMap: {min: least, max: 100, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, itemWidth: 12, text: ['100%', least + '%'], textStyle: {color: INK}, inRange: {color: SHADES}},
        series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: '#fff', borderWidth: 1}, label: {show: true, fontSize: narrow ? 9 : 11, formatter: item => String(Math.round(item.value[2]))}}]
      }
    };
  }

  const kinds = {bars, heat};

  /**
   * Draws a figure, or draws it anew.
   *
   * @param width in pixels, or undefined for that of its place
   */
  function draw(figure, width) {
    const place = figure.querySelector('.chart');
    const wide = width || place.clientWidth;
    if (!wide) {
      return;
    }
    const shown = rows(figure).length;
    if (drawn.has(figure)) {
      drawn.get(figure).dispose();
      drawn.delete(figure);
    }
    place.style.display = shown ? '' : 'none';
    if (!shown) {
      return;
    }
    const picture = kinds[figure.dataset.chart](figure, wide);
    place.style.height = picture.height + 'px';
    const chart = echarts.init(place, null, {renderer: 'svg', width: wide, height: picture.height});
    chart.setOption(Object.assign({animation: false, textStyle: {fontFamily: FONT}, aria: {enabled: false}}, picture.option));
    drawn.set(figure, chart);
  }

  return {draw, kinds, rows, label, value, short, headings, tip, INK, MOST};
})();
