// Lists what openapi.json describes. Everything is set as text, so nothing in it can become markup.
import { codes } from './codes.js';

const make = (name, text, className) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

const details = (title, value) => {
  const box = make('details');
  box.append(make('summary', title), make('pre', JSON.stringify(value, null, 2)));
  return box;
};

const resolve = (api, it) =>
  it && it.$ref ? it.$ref.slice(2).split('/').reduce((tree, name) => tree[name], api) : it;

const parameters = (api, operation) => {
  const list = make('ul', '', 'parameters');
  for (const given of operation.parameters ?? []) {
    const it = resolve(api, given);
    const item = make('li');
    item.append(make('code', it.name), make('span', ` ${it.in}`, 'where'), make('span', ` ${it.description ?? ''}`));
    if (it.schema?.enum) item.append(make('span', ` ${it.schema.enum.join(' | ')}`, 'choice'));
    list.append(item);
  }
  return list;
};

const responses = (api, operation) => {
  const list = make('ul', '', 'responses');
  for (const [status, given] of Object.entries(operation.responses)) {
    const it = resolve(api, given);
    const item = make('li');
    item.append(make('code', status), make('span', ` ${it.description}`));
    const schema = it.content?.['application/json']?.schema;
    if (schema && Object.keys(schema).length > 1 || schema?.$ref) item.append(details('shape', resolve(api, schema)));
    list.append(item);
  }
  return list;
};

const show = (api, path, method, operation) => {
  const section = make('section');
  section.id = operation.operationId;
  const title = make('h3');
  title.append(make('span', method.toUpperCase(), `method ${method}`), make('code', path));
  section.append(title, make('p', operation.summary), parameters(api, operation));
  if (operation.requestBody) {
    section.append(details('body', operation.requestBody.content['application/json'].schema));
  }
  section.append(responses(api, operation));
  return section;
};

const explain = (code, [status, words]) => {
  const section = make('section');
  section.id = code;
  section.append(make('h3', `${status} ${code}`), make('p', words));
  return section;
};

const api = await (await fetch('/openapi.json')).json();
document.getElementById('about').textContent = api.info.description;
const groups = new Map();
for (const [path, methods] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const tag = operation.tags[0];
    if (!groups.has(tag)) groups.set(tag, []);
    groups.get(tag).push(show(api, path, method, operation));
  }
}
groups.set('refusals', Object.entries(codes).map(([code, meaning]) => explain(code, meaning)));
for (const [tag, sections] of groups) {
  const link = make('a', tag);
  link.href = `#${tag}`;
  document.getElementById('tags').append(link);
  const heading = make('h2', tag);
  heading.id = tag;
  document.getElementById('operations').append(heading, ...sections);
}
// A problem's type leads to its code; what it leads to was not there yet when the page came.
if (location.hash) location.replace(location.hash);
