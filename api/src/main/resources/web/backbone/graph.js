// A topology as a graph, with the rate and the lag of each topic. Drawing it needs the two largest files there are.
import { html, useEffect, useRef } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';

const TURNED = { dagre: { name: 'dagre', rankDir: 'LR', nodeSep: 16, rankSep: 58, edgeSep: 8 } };
let loading = null;

const load = () => (loading ??= Promise.all([import('../vendor/cytoscape.js'), import('../vendor/cytoscape-dagre.js')])
  .then(([{ default: cytoscape }, { default: dagre }]) => {
    // the library would write a style element of its own, which our policy forbids: ours says the same
    if (!document.getElementById('__________cytoscape_stylesheet')) {
      document.head.append(Object.assign(document.createElement('meta'), { id: '__________cytoscape_stylesheet' }));
    }
    cytoscape.use(dagre);
    return cytoscape;
  }));

const resolved = (box, name) => {
  box.style.color = `var(${name})`;
  const value = getComputedStyle(box).color;
  box.style.color = '';
  const [red, green, blue] = value.match(/[\d.]+/g) ?? [];
  return value.startsWith('rgb') ? `rgb(${red},${green},${blue})` : '#888888';
};

const linesOf = node => node.data('label').split('\n');
const widthOf = node => 30 + 7 * Math.max(...linesOf(node).map(line => line.length));

const look = box => {
  const [ink, soft, card, line, accent, good] = ['--ink', '--soft', '--card', '--line', '--accent', '--good'].map(it => resolved(box, it));
  const font = { 'font-family': 'Inter, system-ui, sans-serif', 'font-size': 12 };
  return [
    { selector: 'node', style: { ...font, label: 'data(label)', color: ink, 'text-valign': 'center', 'text-halign': 'center', 'text-wrap': 'wrap',
      shape: 'round-rectangle', width: widthOf, height: node => 22 + 15 * linesOf(node).length,  'background-color': card, 'border-width': 1.500, 'border-color': line } },
    { selector: 'node[kind="topic"]', style: { shape: 'round-tag', 'border-color': accent, 'border-width': 2 } },
    { selector: 'node[kind="processor"]', style: { 'background-color': accent, color: card, 'font-weight': 700, 'border-width': 0 } },
    { selector: 'node[kind="store"]', style: { shape: 'barrel', 'border-color': good, 'border-width': 2 } },
    { selector: 'edge', style: { width: 1.500, 'line-color': line, 'target-arrow-color': soft, 'target-arrow-shape': 'triangle', 'curve-style': 'bezier', 'arrow-scale': .8 } },
  ];
};

/** Sources and sinks say no more than their topics do: left out, their edges joined. Stores stand beside who keeps them. */
export const elementsOf = topology => {
  const kinds = new Map(topology.nodes.map(node => [node.id, node]));
  const dull = id => ['source', 'sink'].includes(kinds.get(id)?.kind);
  const through = (from, id) => (dull(id)
    ? topology.edges.filter(edge => edge.from === id).flatMap(edge => through(from, edge.to)) : [{ from, to: id }]);
  const edges = topology.edges.filter(edge => !dull(edge.from)).flatMap(edge => through(edge.from, edge.to));
  const nodes = topology.nodes.filter(node => !dull(node.id));
  const stores = nodes.flatMap(node => (node.stores ?? []).map(store => ({ node: node.id, store })));
  return [
    ...nodes.map(node => ({ data: { id: node.id, kind: node.kind, label: node.label ?? node.id } })),
    ...[...new Set(stores.map(it => it.store))].map(store => ({ data: { id: `store:${store}`, kind: 'store', label: store } })),
    ...edges.map((edge, i) => ({ data: { id: `e${i}`, source: edge.from, target: edge.to } })),
    ...stores.map(({ node, store }, i) => ({ data: { id: `s${i}`, source: node, target: `store:${store}` } })),
  ];
};

export const Graph = ({ topology, figures }) => {
  const box = useRef(null);
  const drawn = useRef(null);
  useEffect(() => {
    let gone = false;
    load().then(cytoscape => {
      if (gone) return;
      drawn.current = cytoscape({ container: box.current, elements: elementsOf(topology), style: look(box.current), layout: { ...TURNED.dagre, padding: 24 },
        userZoomingEnabled: false, autoungrabify: true, minZoom: .2, maxZoom: 1.4 });
      show(drawn.current, topology, figures);
    });
    const resize = new ResizeObserver(() => { drawn.current?.resize(); drawn.current?.fit(undefined, 24); });
    resize.observe(box.current);
    return () => {
      gone = true;
      resize.disconnect();
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [topology]);
  useEffect(() => drawn.current && show(drawn.current, topology, figures), [figures]);
  return html`<div class="graph" ref=${box} role="img" aria-label=${t('backbone.graphOf', { application: topology.application })}></div>`;
};

const show = (graph, { application }, figures) => graph.nodes('[kind="topic"]').forEach(node => {
  const topic = node.id().slice('topic:'.length);
  const rate = figures?.topicRate[`${application}|${topic}`];
  const lag = figures?.lag[`${application}|${topic}`];
  if (rate !== undefined || lag !== undefined) node.data('label', `${topic}\n${(rate ?? 0).toFixed(1)}/s · ${t('backbone.lag')} ${lag ?? 0}`);
});
