/* Draws figures from the tables in them, so that a chart cannot say another number than its table. */
const GuifanCharts = (function () {
  'use strict';
  const MOST = 60;
  const INK = '#1b2430';
  const SHADES = ['#f7fbff', '#d2e3f3', '#9ecae1', '#4292c6', '#2171b5', '#08306b'];
  const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", sans-serif';
  /* Told apart by those who cannot tell red from green. */
  const COLORS = ['#0072b2', '#d55e00', '#009e73', '#8f4a7c', '#b8860b', '#2f4b8f', '#56b4e9', '#7a3e00', '#444c56'];
  const drawn = new Map();

  const rows = figure => Array.from(figure.querySelectorAll('tbody tr')).filter(row => !row.classList.contains('off'));
  const label = row => row.cells[0].textContent;
  const value = cell => cell && cell.dataset.v ? Number(cell.dataset.v) : null;
  const short = (text, most) => Array.from(text).length > most ? Array.from(text).slice(0, most - 1).join('') + '…' : text;
  /** Returns a name so that its direction of writing does not affect what stands beside it. */
  const apart = name => '\u2068' + name + '\u2069';
  const headings = figure => Array.from(figure.querySelectorAll('thead th')).map(th => (th.querySelector('.sort') || th).textContent);

  const word = name => document.querySelector('#words [data-word="' + name + '"]').textContent;

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
      height: all.length * (narrow ? 22 : 26) + (narrow ? 110 : 76),
      option: {
        grid: {left: 4, right: narrow ? 24 : 8, top: 4, bottom: 44, containLabel: true},
        tooltip: {formatter: item => tip(apart(label(all[item.value[1]])) + ' · ' + areas[item.value[0]] + '  ' + all[item.value[1]].cells[item.value[0] + 1].textContent + '%')},
        xAxis: {type: 'category', position: 'top', data: areas, axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: INK, interval: 0, rotate: narrow ? 60 : 0, fontSize: narrow ? 10 : 12, formatter: text => short(text, narrow ? 6 : 7)}},
        yAxis: {type: 'category', inverse: true, data: all.map(label), axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: INK, interval: 0, fontSize: narrow ? 10 : 12, formatter: text => short(text, narrow ? 6 : 12)}},
        visualMap: {min: least, max: 100, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, itemWidth: 12, text: ['100%', least + '%'], textStyle: {color: INK}, inRange: {color: SHADES}},
        series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: '#fff', borderWidth: 1}, label: {show: true, fontSize: narrow ? 9 : 11, formatter: item => String(Math.round(item.value[2]))}}]
      }
    };
  }

  /** Returns the columns of the table that are drawn, and before which of them the rules changed. */
  const numbers = text => (text || '').split(' ').filter(Boolean).map(Number);
  const columns = figure => numbers(figure.dataset.columns);

  /** Shades what lies between two columns where the rules changed. */
  function shade(figure, names) {
    const breaks = numbers(figure.dataset.breaks);
    return {
      silent: true,
      itemStyle: {color: '#e4e8ed'},
      data: breaks.map(at => [{xAxis: names[at - 1]}, {xAxis: names[at]}])
    };
  }

  /** Returns by how many pixels labels are moved so that none covers another. */
  function spread(values, place, space) {
    const order = values.map((one, i) => i).filter(i => values[i] !== null).sort((i, j) => place(values[i]) - place(values[j]));
    const spots = [];
    order.forEach((i, k) => { spots[k] = k ? Math.max(place(values[i]), spots[k - 1] + space) : place(values[i]); });
    const over = spots.length ? Math.max(0, spots[spots.length - 1] - place(values[order[order.length - 1]])) / 2 : 0;
    const moved = values.map(() => 0);
    order.forEach((i, k) => { moved[i] = Math.max(spots[k] - over, k * space) - place(values[i]); });
    return moved;
  }

  function slope(figure, width) {
    const all = rows(figure).slice(0, MOST);
    const at = columns(figure);
    const names = at.map(column => headings(figure)[column]);
    const narrow = width < 560;
    const room = narrow ? 84 : 150;
    const series = [];
    const ends = {left: new Map(), right: new Map()};
    let most = 1;
    all.forEach(row => {
      const ranks = at.map(column => value(row.cells[column]));
      const known = ranks.filter(rank => rank !== null);
      if (!known.length) {
        return;
      }
      most = Math.max(most, ...known);
      const moved = known[0] - known[known.length - 1];
      const name = label(row);
      const color = moved > 0 ? '#0072b2' : moved < 0 ? '#b34700' : '#6b7580';
      const first = ranks.findIndex(rank => rank !== null);
      const last = ranks.length - 1 - [...ranks].reverse().findIndex(rank => rank !== null);
      const end = (position, i) => {
        const place = i + ' ' + ranks[i];
        const names = ends[position].get(place) || [];
        ends[position].set(place, names.concat(name));
        return names.length ? {show: false} : {
          show: true, position, color: INK, fontSize: narrow ? 10 : 12,
          formatter: () => {
            const tied = apart(short(ends[position].get(place).join(' '), narrow ? 6 : 11));
            return position === 'left' ? tied + ' ' + ranks[i] : ranks[i] + ' ' + tied;
          }
        };
      };
      series.push({
        type: 'line', name, color, symbol: moved > 0 ? 'triangle' : moved < 0 ? 'path://M0,0L10,0L5,9Z' : 'circle', symbolSize: 8,
        lineStyle: {width: moved ? 2 : 1.5}, connectNulls: false,
        data: ranks.map((rank, i) => rank === null ? null : {value: rank, label: i === first && i < ranks.length - 1 ? end('left', i) : i === last ? end('right', i) : {show: false}})
      });
    });
    if (series.length) {
      series[0].markArea = shade(figure, names);
    }
    return {
      height: most * (narrow ? 20 : 24) + 60,
      option: {
        grid: {left: room, right: room, top: 30, bottom: 10},
        tooltip: {formatter: item => tip(apart(item.seriesName) + '  ' + item.name + '  ' + item.value)},
        xAxis: {type: 'category', position: 'top', boundaryGap: false, data: names, axisTick: {show: false}, axisLabel: {color: INK}},
        yAxis: {type: 'value', inverse: true, min: 0.5, max: most + 0.5, axisLabel: {show: false}, splitLine: {show: false}},
        series
      }
    };
  }

  function lines(figure, width) {
    const all = rows(figure);
    const at = columns(figure);
    const names = at.map(column => headings(figure)[column]);
    const breaks = numbers(figure.dataset.breaks);
    const narrow = width < 560;
    const signs = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle'];
    const ends = [0, ...breaks, at.length];
    /* A line is solid while the rules are the same, and dashed where they change. */
    const runs = [...ends.slice(1).map((end, j) => [ends[j], end - 1, 'solid']), ...breaks.map(x => [x - 1, x, 'dashed'])];
    const series = [];
    const lists = all.map(row => at.map(column => value(row.cells[column])));
    const known = lists.flat().filter(rate => rate !== null);
    const least = Math.max(0, Math.floor((Math.min(100, ...known) - 5) / 10) * 10);
    const high = 330;
    const labels = spread(lists.map(rates => rates[rates.length - 1]), rate => high * (100 - rate) / (100 - least), 15);
    all.forEach((row, i) => {
      const rates = lists[i];
      const point = (rate, x, type) => ({value: rate, label: {show: x === rates.length - 1 && type === 'solid' && !narrow, position: 'right', offset: [0, labels[i]], color: INK, formatter: () => short(label(row), 13)}});
      runs.forEach(([from, to, type]) => series.push({
        type: 'line', name: label(row), color: COLORS[i % COLORS.length], symbol: signs[i % signs.length], symbolSize: 8,
        lineStyle: {width: 2, type}, data: rates.map((rate, x) => rate === null || x < from || x > to ? null : point(rate, x, type))
      }));
    });
    if (series.length) {
      series[0].markArea = shade(figure, names);
    }
    return {
      height: high + 50 + (narrow ? all.length * 20 : 0),
      option: {
        grid: {left: 44, right: narrow ? 16 : 210, top: narrow ? 20 + all.length * 20 : 20, bottom: 30},
        legend: {show: narrow, orient: 'vertical', left: 0, top: 0, itemHeight: 10, itemGap: 6, selectedMode: false, textStyle: {color: INK, fontSize: 10}, formatter: name => short(name, 16)},
        tooltip: {formatter: item => tip(item.seriesName + '  ' + item.name + '  ' + Math.round(item.value * 10) / 10 + '%')},
        xAxis: {type: 'category', boundaryGap: ['8%', '8%'], data: names, axisLabel: {color: INK}},
        yAxis: {type: 'value', min: least, max: 100, axisLabel: {color: INK, formatter: '{value}%'}},
        series
      }
    };
  }

  function parts(figure, width) {
    const all = rows(figure).slice(0, MOST);
    const at = columns(figure);
    const names = at.map(column => headings(figure)[column]);
    const narrow = width < 560;
    const colors = names.length === 1 ? ['#0072b2'] : ['#0072b2', '#e69f00', '#7a828c'];
    const decals = [null, {symbol: 'line', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: 'rgba(0,0,0,.35)'}, {symbol: 'circle', dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0], color: 'rgba(255,255,255,.6)'}];
    const values = all.map(row => at.map(column => value(row.cells[column])));
    const exact = number => String(Math.round(number * 100) / 100);
    const series = names.map((name, i) => ({
      type: 'bar', name, stack: 'all', barMaxWidth: 16, color: colors[i % colors.length], itemStyle: {decal: decals[i % decals.length]},
      data: values.map(row => row[i])
    }));
    series.push({
      type: 'scatter', name: word('sum'), symbol: 'diamond', symbolSize: 9, color: '#000', z: 5, itemStyle: {borderColor: '#fff', borderWidth: 1},
      data: values.map((row, y) => row.every(one => one === null) ? null : [row.reduce((sum, one) => sum + (one || 0), 0), y]).filter(Boolean)
    });
    return {
      height: all.length * (narrow ? 20 : 24) + 70,
      option: {
        grid: {left: 4, right: 16, top: 34, bottom: 24, containLabel: true},
        legend: {left: 0, top: 0, textStyle: {color: INK}, itemWidth: 18, itemHeight: 12},
        tooltip: {formatter: item => tip(apart(label(all[item.seriesType === 'scatter' ? item.value[1] : item.dataIndex])) + '  ' + item.seriesName + '  ' + exact(item.seriesType === 'scatter' ? item.value[0] : item.value))},
        xAxis: {type: 'value', axisLabel: {color: INK}},
        yAxis: {type: 'category', inverse: true, data: all.map(label), axisTick: {show: false}, axisLine: {onZero: false, show: false}, axisLabel: {color: INK, interval: 0, fontSize: narrow ? 10 : 12, formatter: text => short(text, narrow ? 6 : 12)}},
        series
      }
    };
  }

  function flow(figure, width) {
    const all = rows(figure).filter(row => !row.classList.contains('sum'));
    const at = columns(figure);
    const names = headings(figure);
    const narrow = width < 560;
    const grey = '#8a919b';
    const given = at[at.length - 1];
    const nodes = [];
    const links = [];
    all.forEach((row, y) => {
      const out = at.map(column => [column, value(row.cells[column])]).filter(entry => entry[1]);
      const sum = out.reduce((total, entry) => total + entry[1], 0);
      if (sum) {
        nodes.push({name: 'o' + y, depth: 0, value: sum, title: label(row), itemStyle: {color: y === all.length - 1 ? grey : COLORS[y % COLORS.length]}, label: {position: 'left'}});
      }
      out.forEach(([column, points]) => links.push({source: 'o' + y, target: 'n' + column, value: points}));
    });
    at.forEach(column => {
      const sum = all.reduce((total, row) => total + (value(row.cells[column]) || 0), 0);
      if (sum) {
        nodes.push({name: 'n' + column, depth: 1, value: sum, title: names[column], itemStyle: {color: column === given ? grey : '#1b2430'}, label: {position: 'right'}});
      }
    });
    const title = new Map(nodes.map(node => [node.name, node.title]));
    return {
      height: Math.max(nodes.length * (narrow ? 26 : 34), 240),
      option: {
        tooltip: {formatter: item => tip(item.dataType === 'edge' ? title.get(item.data.source) + ' → ' + title.get(item.data.target) + '  ' + item.data.value : item.data.title + '  ' + item.value)},
        series: [{
          type: 'sankey', left: narrow ? 84 : 130, right: narrow ? 84 : 130, top: 10, bottom: 10, nodeGap: 10, nodeWidth: 14, layoutIterations: 0, draggable: false, emphasis: {focus: 'adjacency'},
          label: {color: INK, fontSize: narrow ? 10 : 12, formatter: item => short(item.data.title, narrow ? 5 : 9) + ' ' + item.value},
          lineStyle: {color: 'source', opacity: 0.45, curveness: 0.5}, data: nodes, links
        }]
      }
    };
  }

  const kinds = {bars, heat, slope, lines, parts, flow};

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
    const cut = shown > MOST && ['heat', 'slope', 'parts'].includes(figure.dataset.chart);
    const note = figure.querySelector('.cut') || place.insertAdjacentElement('afterend', document.createElement('p'));
    note.className = cut ? 'cut fine' : 'cut off';
    note.textContent = cut ? word('more').replace('{}', MOST) : '';
    place.style.height = picture.height + 'px';
    const chart = echarts.init(place, null, {renderer: 'svg', width: wide, height: picture.height});
    chart.setOption(Object.assign({animation: false, textStyle: {fontFamily: FONT}, aria: {enabled: false}}, picture.option));
    drawn.set(figure, chart);
  }

  return {draw, kinds, rows, label, value, short, headings, tip, INK, MOST};
})();
