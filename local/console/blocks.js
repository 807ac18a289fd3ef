// Block Kit as elements, as far as the bot uses it: https://docs.slack.dev/reference/block-kit/blocks
import { element } from './element.js';

/** Slack ids and the names to show for them. */
const names = new Map();

export function nameMentions(people) {
  for (const { slack, name } of people) names.set(slack, name);
}

/** Renders blocks; `press` is called with a button's label. */
export function renderBlocks(blocks, press) {
  return blocks.flatMap(
    (block) => renderers[block.type]?.(block, press) ?? [element('p', {}, `(${block.type})`)],
  );
}

const renderers = {
  header: (block) => [element('h4', {}, block.text.text)],
  divider: () => [element('hr', {})],
  section: (block, press) => [
    ...(block.text ? [renderText(block.text)] : []),
    ...(block.fields ? [element('div', { class: 'fields' }, ...block.fields.map(renderText))] : []),
    ...(block.accessory ? [renderButton(block.accessory, press)] : []),
  ],
  context: (block) => [element('div', { class: 'note' }, ...block.elements.map(renderText))],
  actions: (block, press) => [
    element('div', { class: 'actions' }, ...block.elements.map((button) => renderButton(button, press))),
  ],
};

function renderButton(button, press) {
  const made = element('button', { type: 'button', class: button.style ?? '' }, button.text.text);
  made.addEventListener('click', () => {
    const question = button.confirm?.text?.text;
    if (!question || window.confirm(question)) press(button.text.text);
  });
  return made;
}

function renderText({ type, text }) {
  if (type !== 'mrkdwn') return element('p', {}, text);
  return element('div', {}, ...text.split(/(```[\s\S]*?```)/).flatMap(renderPart));
}

function renderPart(part) {
  if (part.startsWith('```') && part.length > 6)
    return [element('pre', {}, decodeEntities(part.slice(3, -3).trim()))];
  if (part.trim() === '') return [];
  return [element('p', {}, ...part.split(/(`[^`]+`|\*[^*\n]+\*|<[^>]+>)/).map(renderSpan))];
}

function renderSpan(span) {
  if (/^`.+`$/.test(span)) return element('code', {}, decodeEntities(span.slice(1, -1)));
  if (/^\*.+\*$/.test(span)) return element('strong', {}, decodeEntities(span.slice(1, -1)));
  const link = span.match(/^<(https?:[^|>]+)(?:\|([^>]*))?>$/);
  if (link)
    return element(
      'a',
      { href: link[1], rel: 'noreferrer', target: '_blank' },
      decodeEntities(link[2] ?? link[1]),
    );
  const mention = span.match(/^<[@!](?:subteam\^)?([^|>]+)(?:\|[^>]*)?>$/);
  return mention ? element('strong', {}, `@${names.get(mention[1]) ?? mention[1]}`) : decodeEntities(span);
}

function decodeEntities(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
