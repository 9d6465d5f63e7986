(function () {
  'use strict';
  var root = document.documentElement;
  function make(tag, text, style) {
    var element = document.createElement(tag);
    if (text) { element.textContent = text; }
    if (style) { element.className = style; }
    return element;
  }

  // Light or dark: as the system has it, until the reader says otherwise.
  var asked = window.matchMedia('(prefers-color-scheme: dark)');
  var toggle = make('button', '', 'theme');
  toggle.type = 'button';
  function dark() { return root.dataset.theme ? root.dataset.theme === 'dark' : asked.matches; }
  function name() {
    toggle.textContent = dark() ? 'Light' : 'Dark';
    toggle.setAttribute('aria-label', dark() ? 'Show on light paper' : 'Show on dark paper');
  }
  toggle.addEventListener('click', function () { root.dataset.theme = dark() ? 'light' : 'dark'; name(); });
  asked.addEventListener('change', name);
  name();
  document.querySelector('header').appendChild(toggle);

  // Boxes that scroll can be reached by keyboard.
  function reachable() {
    document.querySelectorAll('[data-scrolls]').forEach(function (box) {
      if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) {
        box.tabIndex = 0;
        box.setAttribute('role', 'region');
        box.setAttribute('aria-label', box.dataset.scrolls);
      } else {
        box.removeAttribute('tabindex');
        box.removeAttribute('role');
        box.removeAttribute('aria-label');
      }
    });
  }
  reachable();
  window.addEventListener('resize', reachable);
  document.addEventListener('toggle', reachable, true);

  // Legends hide and show their curves.
  document.querySelectorAll('.chart').forEach(function (chart) {
    chart.querySelectorAll('.legend li').forEach(function (item) {
      var button = make('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      while (item.firstChild) { button.appendChild(item.firstChild); }
      item.appendChild(button);
      button.addEventListener('click', function () {
        var shown = button.getAttribute('aria-pressed') !== 'true';
        button.setAttribute('aria-pressed', String(shown));
        chart.querySelectorAll('.series').forEach(function (series) {
          if (series.dataset.s === item.dataset.s) { series.classList.toggle('off', !shown); }
        });
      });
    });
  });

  // What is under the pointer, or where the arrow keys are, is read from the table behind the chart.
  document.querySelectorAll('.plot').forEach(function (plot) {
    var table = document.getElementById(plot.dataset.table);
    var svg = plot.querySelector('svg');
    var cursor = plot.querySelector('.cursor');
    var along = plot.dataset.along;
    var places = plot.dataset.at.split(',').map(Number);
    var tip = make('div', '', 'tip');
    var at = -1;
    tip.hidden = true;
    tip.setAttribute('role', 'status');
    plot.appendChild(tip);
    plot.tabIndex = 0;
    plot.setAttribute('role', 'group');
    plot.setAttribute('aria-label', 'Chart; arrow keys read its values');

    function hidden(series) {
      return series >= 0 && !!plot.querySelector('.series.off[data-s="' + series + '"]');
    }
    function line(label, value) {
      var row = make('span');
      row.appendChild(make('i', label));
      row.appendChild(document.createTextNode(value));
      tip.appendChild(row);
    }
    function fill(row) {
      tip.textContent = '';
      tip.appendChild(make('b', row.cells[0].textContent));
      var heads = table.tHead.rows[0].cells;
      for (var c = 1; c < row.cells.length; c++) {
        var value = row.cells[c].textContent;
        if (value && !hidden(Number(heads[c].dataset.s))) { line(heads[c].textContent, value); }
      }
    }
    function show(index) {
      at = Math.max(0, Math.min(places.length - 1, index));
      fill(table.tBodies[0].rows[at]);
      ['1', '2'].forEach(function (end) { cursor.setAttribute(along + end, places[at]); });
      plot.classList.add('on');
      tip.hidden = false;
      var box = svg.viewBox.baseVal;
      var scale = svg.clientWidth / box.width;
      var place = places[at] * scale;
      if (along === 'x') {
        var right = place + 14 + tip.offsetWidth;
        tip.style.left = Math.max(0, right <= plot.clientWidth ? place + 14 : place - 14 - tip.offsetWidth) + 'px';
        tip.style.top = '6px';
      } else {
        tip.style.left = Math.max(0, plot.clientWidth - tip.offsetWidth) + 'px';
        tip.style.top = place + 12 + 'px';
      }
    }
    function hide() {
      at = -1;
      tip.hidden = true;
      plot.classList.remove('on');
    }
    function nearest(event) {
      var box = svg.getBoundingClientRect();
      var place = along === 'x' ? (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width
        : (event.clientY - box.top) * svg.viewBox.baseVal.height / box.height;
      var best = 0;
      places.forEach(function (other, i) { if (Math.abs(other - place) < Math.abs(places[best] - place)) { best = i; } });
      return best;
    }
    svg.addEventListener('pointermove', function (event) { show(nearest(event)); });
    svg.addEventListener('pointerdown', function (event) { show(nearest(event)); });
    svg.addEventListener('pointerleave', hide);
    plot.addEventListener('blur', hide);
    plot.addEventListener('keydown', function (event) {
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
      if (event.key === 'Escape') { hide(); return; }
      if (event.key === 'Home') { show(0); } else if (event.key === 'End') { show(places.length - 1); } else if (step) {
        show(at < 0 ? 0 : at + step);
      } else { return; }
      event.preventDefault();
    });
  });

  // A click on the head of a column sorts within each group.
  document.querySelectorAll('table.figures').forEach(function (table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    function value(row, column) {
      var text = row.cells[column].textContent.replace(' best', '').trim();
      var number = parseFloat(text.replace(/^[<>\[]/, ''));
      return isNaN(number) ? text : number;
    }
    function before(a, b) {
      if (typeof a === 'number' && typeof b === 'number') { return a - b; }
      return typeof a === typeof b ? a.localeCompare(b) : typeof a === 'number' ? -1 : 1;
    }
    heads.forEach(function (head, column) {
      if (!head.textContent) { return; }
      var button = make('button', head.textContent);
      button.type = 'button';
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var down = head.getAttribute('aria-sort') === 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        Array.prototype.forEach.call(table.tBodies, function (body) {
          Array.prototype.slice.call(body.rows).filter(function (row) { return row.className !== 'group'; }).map(function (row, i) {
            return { row: row, i: i };
          }).sort(function (a, b) {
            var order = before(value(a.row, column), value(b.row, column));
            return order === 0 ? a.i - b.i : down ? -order : order;
          }).forEach(function (entry) { body.appendChild(entry.row); });
        });
      });
    });
  });
})();
