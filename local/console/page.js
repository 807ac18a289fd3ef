// The page of the embedded world. What somebody wrote becomes text nodes, or comes escaped from the backend.
import { nameMentions, renderBlocks } from './blocks.js';
import { element } from './element.js';
import { renderModal } from './modal.js';

const $ = (id) => document.getElementById(id);
const viewer = $('viewer');

async function act(deed) {
  const response = await fetch('do', { method: 'POST', body: JSON.stringify(deed) });
  const { error } = await response.json();
  $('problem').hidden = !error;
  $('problem').textContent = error ?? '';
}

async function refresh() {
  const state = await (await fetch(`state?as=${encodeURIComponent(viewer.value)}`)).json();
  if (viewer.options.length === 0) {
    viewer.append(...state.people.map(({ id, name }) => new Option(name, id)));
    return refresh();
  }
  nameMentions(state.people);
  $('messages').replaceChildren(...state.messages.map(renderMessage));
  $('direct').replaceChildren(...state.direct.map(renderMessage));
  $('home').replaceChildren(
    ...renderBlocks(state.home, (label) => act({ kind: 'press', as: viewer.value, label })),
  );
  $('pulls').replaceChildren(...state.pulls.map(renderPull));
  renderPullChoice(state.pulls);
  $('stages').replaceChildren(...state.stages.map(renderStage));
  $('hosts').replaceChildren(...state.hosts.map((host) => element('li', {}, host)));
  renderModal(state.modal, (deed) => act({ ...deed, as: viewer.value }));
}

function renderMessage(message) {
  const kind = `${message.visibleTo ? 'private' : ''} ${message.thread ? 'reply' : ''}`;
  const press = (label) => act({ kind: 'press', as: viewer.value, label, ts: message.ts });
  const body =
    message.blocks.length > 0 ? renderBlocks(message.blocks, press) : [element('p', {}, message.text)];
  const name = element(
    'small',
    {},
    element('b', {}, message.author),
    message.visibleTo ? ' · only you see this' : '',
  );
  return element('article', { class: kind }, name, ...body);
}

function renderPull({ number, title, comments }) {
  return element(
    'article',
    {},
    element('h4', {}, `#${number} ${title}`),
    ...comments.map(({ author, html, reactions }) => {
      const body = element('div', { class: 'markdown' });
      // The backend rendered it with all markup of the author's escaped.
      body.innerHTML = html;
      return element('article', {}, element('small', {}, `${author} ${reactions}`), body);
    }),
  );
}

function renderPullChoice(pulls) {
  const choice = $('pull');
  const chosen = choice.value;
  choice.replaceChildren(...pulls.map(({ number }) => new Option(`#${number}`, number)));
  if (pulls.some(({ number }) => String(number) === chosen)) choice.value = chosen;
}

function renderStage({ name, status, actions }) {
  return element(
    'article',
    {},
    element('h4', { class: status }, `${name} ${status ? `— ${status}` : ''}`),
    ...actions.map((action) => element('p', { class: 'note' }, `${action.name} ${action.status ?? ''}`)),
  );
}

$('say').addEventListener('submit', (event) => {
  event.preventDefault();
  act({ kind: 'say', as: viewer.value, text: $('command').value || 'help' });
  $('command').value = '';
});
$('comment').addEventListener('submit', (event) => {
  event.preventDefault();
  act({ kind: 'comment', as: viewer.value, number: Number($('pull').value), body: $('body').value });
  $('body').value = '';
});
$('push').addEventListener('click', () => act({ kind: 'push', broken: false }));
$('break').addEventListener('click', () => act({ kind: 'push', broken: true }));
viewer.addEventListener('change', async () => {
  if (!$('home').hidden) await act({ kind: 'home', as: viewer.value });
  await refresh();
});
$('tabs').addEventListener('click', async ({ target }) => {
  const chosen = target.dataset.shows;
  if (!chosen) return;
  for (const tab of $('tabs').children) {
    tab.setAttribute('aria-selected', String(tab === target));
    $(tab.dataset.shows).hidden = tab !== target;
  }
  if (chosen === 'home') await act({ kind: 'home', as: viewer.value });
});

// Many changes come at once: one refresh at a time, and one more if something changed meanwhile.
let refreshing = false;
let again = false;
new EventSource('changes').addEventListener('message', async () => {
  again = true;
  if (refreshing) return;
  refreshing = true;
  while (again) {
    again = false;
    await refresh();
  }
  refreshing = false;
});
