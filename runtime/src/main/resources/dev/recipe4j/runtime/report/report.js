// Draws the charts that the page describes in its element "report-data".
(() => {
  "use strict";
  const charts = JSON.parse(document.getElementById("report-data").textContent);
  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const series = (index) => colour(`--series-${(index % 6) + 1}`);
  const number = (value) => Number(value.toPrecision(4)).toString();
  const formats = {
    percent: (value) => `${number(100 * value)} %`,
    seconds: (value) => `${number(value)} s`,
    number,
  };
  const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  const drawn = [];

  function axis(title, format) {
    return {
      title: { display: title !== "", text: title, color: colour("--quiet") },
      ticks: { color: colour("--quiet"), callback: (value) => format(value), maxRotation: 0 },
      grid: { color: colour("--line") },
      border: { color: colour("--line") },
    };
  }

  function options(chart) {
    const format = formats[chart.format];
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      plugins: {
        legend: {
          display: chart.series.length > 1,
          position: "bottom",
          labels: { color: colour("--ink"), boxWidth: 14, boxHeight: 2, padding: 14 },
        },
        tooltip: {
          callbacks: { label: (item) => `${item.dataset.label}: ${format(item.parsed.y)}` },
        },
      },
      scales: { x: axis(chart.x, number), y: axis(chart.y, format) },
    };
  }

  function radius(one) {
    const isDense = one.points.length > 40;
    if (one.marks) return isDense ? 1.5 : 3;
    return isDense || one.dashed ? 0 : 2;
  }

  function line(canvas, chart) {
    const settings = options(chart);
    settings.scales.x.type = "linear";
    settings.scales.x.ticks.precision = 0; // There is no half an epoch.
    settings.plugins.tooltip.callbacks.title = (items) => `${chart.x} ${number(items[0].parsed.x)}`;
    const datasets = chart.series.map((one, index) => ({
      label: one.name,
      data: one.points.map(([x, y]) => ({ x, y })),
      borderColor: series(one.colour ?? index),
      backgroundColor: series(one.colour ?? index),
      borderWidth: 2,
      borderDash: one.dashed ? [6, 4] : [],
      showLine: !one.marks,
      pointRadius: radius(one),
      pointHitRadius: 8,
    }));
    return new Chart(canvas, {
      type: "line",
      data: { datasets },
      options: { ...settings, parsing: false, normalized: true, spanGaps: true },
    });
  }

  function bars(canvas, chart) {
    const settings = options(chart);
    const format = formats[chart.format];
    const thickness = chart.labels.length > 24 ? 17 : 26;
    canvas.parentElement.style.height = `${chart.labels.length * thickness + 60}px`;
    settings.indexAxis = "y";
    settings.interaction.axis = "y";
    settings.scales.x = { ...axis(chart.y, format), min: 0, max: 1, position: "top" };
    settings.scales.y = axis("", number);
    settings.scales.y.ticks.autoSkip = false;
    settings.scales.y.ticks.callback = (value) =>
      short(chart.labels[value], canvas.clientWidth < 480 ? 14 : 28);
    settings.scales.y.grid.display = false;
    settings.plugins.tooltip.callbacks.label = (item) =>
      `${format(item.parsed.x)} of ${chart.counts[item.dataIndex]} images`;
    return new Chart(canvas, {
      type: "bar",
      data: {
        labels: chart.labels,
        datasets: [{ data: chart.series[0].points, backgroundColor: series(0), borderRadius: 2 }],
      },
      options: settings,
    });
  }

  function stacked(canvas, chart) {
    const settings = options(chart);
    settings.scales.x = { ...axis(chart.x, number), stacked: true };
    settings.scales.x.ticks.callback = (value) => chart.labels[value];
    settings.scales.x.grid.display = false;
    settings.scales.y.stacked = true;
    settings.interaction.mode = "index";
    settings.plugins.legend.labels.boxHeight = 12;
    settings.plugins.tooltip.callbacks.title = (items) => `${chart.x} ${items[0].label}`;
    return new Chart(canvas, {
      type: "bar",
      data: {
        labels: chart.labels,
        datasets: chart.series.map((one, index) => ({
          label: one.name,
          data: one.points,
          backgroundColor: series(index),
        })),
      },
      options: settings,
    });
  }

  // A heat map: rows are true classes, columns predictions; colour is the share of the row.
  function matrix(canvas, chart) {
    const classes = chart.labels.length;
    const named = classes <= 24;
    const counts = new Map(chart.cells.map(([row, column, count]) => [row * classes + column, count]));
    const images = new Array(classes).fill(0);
    chart.cells.forEach(([row, , count]) => (images[row] += count));
    const place = {};

    function draw() {
      const width = Math.min(canvas.parentElement.clientWidth, 720);
      const narrow = width < 480;
      place.margin = named ? (narrow ? 78 : 120) : 22;
      place.cell = (width - place.margin - 2) / classes;
      const height = place.margin + place.cell * classes + 2;
      const ratio = window.devicePixelRatio || 1;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      const pen = canvas.getContext("2d");
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, height);
      const size = named ? Math.max(9, Math.min(12, place.cell * 0.6)) : 11;
      pen.font = `${size}px system-ui, sans-serif`;
      pen.textBaseline = "middle";
      const edge = classes > 60 ? 0 : 1;
      for (let row = 0; row < classes; row++) {
        for (let column = 0; column < classes; column++) {
          const count = counts.get(row * classes + column) || 0;
          const x = place.margin + column * place.cell;
          const y = place.margin + row * place.cell;
          const share = count / Math.max(1, images[row]);
          pen.globalAlpha = 1;
          pen.fillStyle = colour("--wash");
          pen.fillRect(x, y, place.cell - edge, place.cell - edge);
          if (count > 0) {
            pen.globalAlpha = 0.12 + 0.88 * Math.sqrt(share);
            pen.fillStyle = colour(row === column ? "--heat-right" : "--heat-wrong");
            pen.fillRect(x, y, place.cell - edge, place.cell - edge);
            pen.globalAlpha = 1;
            if (named && place.cell >= 20) {
              pen.textAlign = "center";
              pen.fillStyle = share > 0.3 ? colour("--panel") : colour("--ink");
              pen.fillText(String(count), x + place.cell / 2, y + place.cell / 2);
            }
          }
        }
      }
      pen.globalAlpha = 1;
      pen.fillStyle = colour("--quiet");
      if (named) {
        chart.labels.forEach((label, index) => {
          const at = place.margin + (index + 0.5) * place.cell;
          const text = short(label, narrow ? 12 : 18);
          pen.textAlign = "right";
          pen.fillText(text, place.margin - 6, at);
          pen.save();
          pen.translate(at, place.margin - 6);
          pen.rotate(-Math.PI / 2);
          pen.textAlign = "left";
          pen.fillText(text, 0, 0);
          pen.restore();
        });
      } else {
        pen.textAlign = "center";
        pen.fillText("predicted class →", width / 2, place.margin / 2);
        pen.save();
        pen.translate(place.margin / 2, height / 2);
        pen.rotate(-Math.PI / 2);
        pen.fillText("← true class", 0, 0);
        pen.restore();
      }
    }

    const readout = document.getElementById(`${chart.id}-readout`);
    canvas.addEventListener("pointermove", (event) => {
      const box = canvas.getBoundingClientRect();
      const column = Math.floor((event.clientX - box.left - place.margin) / place.cell);
      const row = Math.floor((event.clientY - box.top - place.margin) / place.cell);
      if (row < 0 || column < 0 || row >= classes || column >= classes) return;
      const count = counts.get(row * classes + column) || 0;
      readout.textContent =
        `${count} of ${images[row]} images of ${chart.labels[row]} taken for ${chart.labels[column]}`;
    });
    let last = canvas.parentElement.clientWidth;
    new ResizeObserver(() => {
      const width = canvas.parentElement.clientWidth;
      if (width !== last) {
        last = width;
        requestAnimationFrame(draw);
      }
    }).observe(canvas.parentElement);
    draw();
    return { destroy() {}, redraw: draw };
  }

  const kinds = { line, bars, stacked, matrix };

  function drawAll() {
    for (const chart of charts) {
      const canvas = document.getElementById(chart.id);
      drawn.push([chart, kinds[chart.kind](canvas, chart)]);
    }
  }

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  drawAll();

  // Colours live in the style sheet: another scheme draws again.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const entry of drawn) {
      const [chart, present] = entry;
      if (present.redraw) {
        present.redraw();
      } else {
        present.destroy();
        entry[1] = kinds[chart.kind](document.getElementById(chart.id), chart);
      }
    }
  });

  // Paper has no clicks.
  const closed = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((one) => {
      closed.push(one);
      one.open = true;
    });
    drawn.forEach(([, present]) => present.resize && present.resize());
  });
  addEventListener("afterprint", () => closed.splice(0).forEach((one) => (one.open = false)));
})();
