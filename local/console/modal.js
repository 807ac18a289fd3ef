// The modal in front of the viewer: https://docs.slack.dev/surfaces/modals
import { renderBlocks } from './blocks.js';
import { element } from './element.js';

const dialog = document.getElementById('modal');
/** Which state of which modal is shown: what is typed in it stays until it changes. */
let shown;

/** Shows it; `act` is called with what is done with it: submit with the words, or dismiss. */
export function renderModal(modal, act) {
  if (!modal) {
    shown = undefined;
    return dialog.close();
  }
  if (shown === modal.hash) return;
  shown = modal.hash;
  const form = element('form', { method: 'dialog' });
  form.append(
    element('h2', { id: 'modal-title' }, modal.title),
    element('div', { class: 'body' }, ...modal.blocks.flatMap(renderBlock)),
    renderButtons(modal, act),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = form.querySelector('textarea')?.value;
    act({ kind: 'submit', ...(words !== undefined && { words }) });
  });
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  form.querySelector('textarea, button.primary, footer button').focus();
}

dialog.addEventListener('cancel', (event) => {
  event.preventDefault();
  dialog.querySelector('button[type=button]')?.click();
});

function renderBlock(block) {
  return block.type === 'input' ? [renderInput(block)] : renderBlocks([block], () => {});
}

function renderInput({ label, element: input, optional }) {
  const area = element('textarea', { rows: '3', maxlength: String(input.max_length ?? 3000) });
  area.required = !optional;
  area.value = input.initial_value ?? '';
  const hint = optional ? [element('small', {}, ' (optional)')] : [];
  return element('label', { class: 'input' }, element('span', {}, label.text, ...hint), area);
}

function renderButtons({ submit, close }, act) {
  const cancel = element('button', { type: 'button' }, close);
  cancel.addEventListener('click', () => act({ kind: 'dismiss' }));
  const confirm = submit ? [element('button', { type: 'submit', class: 'primary' }, submit)] : [];
  return element('footer', {}, cancel, ...confirm);
}
