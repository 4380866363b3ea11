import {
  BarController, BarElement, CategoryScale, Chart, Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip,
} from 'chart.js';
import { figuresOf } from './figures.js';

Chart.register(BarController, BarElement, CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

const dark = matchMedia('(prefers-color-scheme: dark)');

/** <figure data-chart="line|bar" data-axis="x|y" data-unit=" %"><figcaption>…</figcaption><details>…<table>: draws the table above it. */
export function charts() {
  const drawn = [...document.querySelectorAll('[data-chart]')].map(draw).filter(Boolean);
  dark.addEventListener('change', () => drawn.forEach(again => again()));
  addEventListener('beforeprint', () => document.querySelectorAll('[data-chart] details').forEach(table => { table.open = true; }));
}

function draw(figure) {
  const language = document.documentElement.lang;
  const caption = figure.querySelector('figcaption');
  const figures = figuresOf(figure.querySelector('table'), figure.dataset.chart, language);
  figure.dataset.drawn = '';
  if (figures.labels.length === 0) return undefined;

  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', caption.textContent.trim());
  const plot = document.createElement('div');
  plot.className = 'plot';
  plot.append(canvas);
  caption.after(plot);

  const unit = figure.dataset.unit ?? '';
  const written = value => value.toLocaleString(language, { maximumFractionDigits: 1 }) + unit;
  let chart;
  const again = () => {
    chart?.destroy();
    chart = new Chart(canvas, configuration(figures, figure.dataset, written));
    figure.dataset.drawn = dark.matches ? 'dark' : 'light';
  };
  again();
  return again;
}

function configuration({ labels, links, signals, series }, { chart: type, axis: labelsOn = 'x' }, written) {
  const valuesOn = labelsOn === 'x' ? 'y' : 'x';
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  const font = { family: style.getPropertyValue('--sans'), size: 13 };
  return {
    type,
    data: { labels, datasets: series.map((one, place) => dataset(one, place, series, signals, colour)) },
    plugins: [{ id: 'signals', afterDatasetsDraw: chart => writeLastSignal(chart, signals, written, colour, font) }],
    options: {
      animation: false,
      indexAxis: labelsOn,
      maintainAspectRatio: false,
      interaction: { mode: 'index', axis: labelsOn, intersect: false },
      layout: { padding: { top: signals.some(Boolean) ? 22 : 4, right: 8 } },
      onClick: (_, [hit]) => { if (hit && links[hit.index]) location.href = links[hit.index]; },
      onHover: ({ native }, [hit]) => native.target.classList.toggle('to-click', Boolean(hit && links[hit.index])),
      plugins: {
        legend: {
          display: series.length > 1, position: 'bottom', align: 'start', onClick: null,
          labels: { color: colour('ink-2'), font, usePointStyle: true, boxWidth: 8, boxHeight: 8, padding: 16, filter: ({ text }) => text !== '' },
        },
        tooltip: {
          backgroundColor: colour('ink'), titleColor: colour('paper'), bodyColor: colour('paper'), footerColor: colour('paper'),
          titleFont: font, bodyFont: font, footerFont: font, padding: 10, cornerRadius: 8, displayColors: false,
          callbacks: {
            label: ({ datasetIndex, parsed }) => `${series[datasetIndex].name}: ${written(parsed[valuesOn])}`,
            footer: ([{ dataIndex }]) => signals[dataIndex] ?? '',
          },
        },
      },
      scales: {
        [labelsOn]: { grid: { display: false }, border: { color: colour('line') }, ticks: { color: colour('ink-2'), font, maxRotation: 0, autoSkip: labelsOn === 'x', autoSkipPadding: 12 } },
        [valuesOn]: {
          beginAtZero: true, border: { display: false }, grid: { color: colour('line') },
          ticks: { color: colour('ink-2'), font, maxTicksLimit: 6, callback: written },
        },
      },
    },
  };
}

function dataset({ name, values, drawn }, place, series, signals, colour) {
  const banded = series.some(other => other.drawn === 'high');
  const shared = { label: name, data: values, pointRadius: 0, borderWidth: 2, order: 1 };
  switch (drawn) {
    case 'low':
      return { ...shared, type: 'line', label: '', borderWidth: 0, order: 3 };
    case 'high': {
      const low = series.findIndex(other => other.drawn === 'low');
      return {
        ...shared, type: 'line', label: `${series[low].name} – ${name}`, borderWidth: 0, order: 3, pointStyle: 'rect',
        fill: low, backgroundColor: colour('brand-soft'), borderColor: colour('brand-soft'),
      };
    }
    case 'dashed':
      return { ...shared, type: 'line', borderColor: colour('brand'), borderDash: [5, 4], borderWidth: 1.5, order: 2, pointStyle: 'line' };
    case 'bar':
      return { ...shared, type: 'bar', backgroundColor: [colour('brand'), colour('edge'), colour('ink')][place % 3], borderRadius: 4, borderWidth: 0, maxBarThickness: 44, pointStyle: 'rectRounded' };
    default: {
      const ink = banded ? colour('ink') : [colour('brand'), colour('ink-2'), colour('ink')][place % 3];
      const pointColour = signals.map(signal => (place === 0 && signal ? colour('bad') : ink));
      return {
        ...shared, type: 'line', borderColor: ink, borderJoinStyle: 'round', pointStyle: ['circle', 'rectRot', 'triangle'][place % 3],
        pointRadius: signals.map(signal => (place === 0 && signal ? 6 : 2.5)), pointHoverRadius: 6,
        pointBackgroundColor: pointColour, pointBorderColor: pointColour,
      };
    }
  }
}

/** The last point that needs a person is named in the picture; the others in their tooltips and in the table. */
function writeLastSignal(chart, signals, written, colour, font) {
  const index = signals.findLastIndex(Boolean);
  if (index < 0) return;
  const { x, y } = chart.getDatasetMeta(0).data[index];
  const text = `${written(chart.data.datasets[0].data[index])} · ${signals[index]}`;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.font = `600 ${font.size}px ${font.family}`;
  ctx.fillStyle = colour('bad');
  const half = ctx.measureText(text).width / 2;
  ctx.textAlign = 'center';
  ctx.fillText(text, Math.min(Math.max(x, chartArea.left + half), chart.width - half), y - 14);
  ctx.restore();
}
