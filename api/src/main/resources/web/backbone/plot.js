// Commands and events per second over the last minutes. The plotting library comes only with this page.
import { html, useEffect, useRef } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { clock, number } from '../lib/format.js';

const SHOWN = 300;
const color = name => getComputedStyle(document.body).getPropertyValue(name);
const resolved = name => {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value || color(name);
};

const styles = () => document.getElementById('uplot-style') ?? document.head.append(
  Object.assign(document.createElement('link'), { id: 'uplot-style', rel: 'stylesheet', href: '/web/vendor/uplot.css' }));

const options = width => {
  const [ink, line, good] = ['--accent', '--line', '--good'].map(resolved);
  const axis = { stroke: resolved('--soft'), grid: { stroke: line, width: 1 }, ticks: { show: false } };
  return {
    width, height: 200, legend: { show: false }, cursor: { show: false }, scales: { x: { range: (_, low, high) => [high - SHOWN, high] }, y: { range: (_, low, high) => [0, Math.max(2, high * 1.15)] } },
    axes: [{ ...axis, space: 90, values: (_, all) => all.map(at => clock(at * 1000)) }, axis],
    series: [{}, { stroke: ink, width: 2.500, points: { show: false } }, { stroke: good, width: 2.500, points: { show: false } }],
  };
};

export const Plot = ({ history }) => {
  const box = useRef(null);
  const plot = useRef(null);
  const data = [history.map(it => it.at / 1000), history.map(it => it.commandRate), history.map(it => it.eventRate)];
  useEffect(() => {
    let gone = false;
    styles();
    import('../vendor/uplot.js').then(({ default: UPlot }) => {
      if (!gone) plot.current = new UPlot(options(box.current.clientWidth), data, box.current);
    });
    const resize = new ResizeObserver(() => plot.current?.setSize({ width: box.current.clientWidth, height: 200 }));
    resize.observe(box.current);
    return () => {
      gone = true;
      resize.disconnect();
      plot.current?.destroy();
    };
  }, []);
  useEffect(() => plot.current?.setData(data), [history]);
  const last = history.at(-1) ?? { commandRate: 0, eventRate: 0 };
  return html`<div>
    <p class="row small"><span class="pill busy">${t('backbone.commands')} ${number(last.commandRate.toFixed(1))}/s</span>
      <span class="pill good">${t('backbone.events')} ${number(last.eventRate.toFixed(1))}/s</span></p>
    <div class="plot" ref=${box} role="img" aria-label=${t('backbone.plot')}></div></div>`;
};
