/** The forms in which a secret might get out, each with its name. */
export function formsOf(secret: string): Map<string, Buffer> {
  const bytes = Buffer.from(secret);
  const forms = new Map<string, string>([
    ['as it is', secret],
    ['hexadecimal', bytes.toString('hex')],
    ['hexadecimal, upper case', bytes.toString('hex').toUpperCase()],
    ['URL-encoded', encodeURIComponent(secret)],
    ['as a form', new URLSearchParams({ '': secret }).toString().slice(1)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ['in HTML', secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    ['reversed', [...secret].reverse().join('')],
    ['its first half', secret.slice(0, Math.ceil(secret.length / 2))],
    ['its second half', secret.slice(Math.floor(secret.length / 2))],
  ]);
  // In the middle of something longer base64 comes out in one of three ways, by where the secret begins.
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const inner = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    forms.set(`base64, ${shift} bytes in`, inner);
    forms.set(`base64url, ${shift} bytes in`, inner.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return new Map([...forms].map(([name, text]) => [name, Buffer.from(text)]));
}

/** Which secrets stand in which sinks, and how. Neither is named by its value. */
export function leaksIn(
  sinks: Readonly<Record<string, Buffer | string>>,
  secrets: Readonly<Record<string, string>>,
): string[] {
  const forms = Object.entries(secrets).flatMap(([secret, value]) =>
    [...formsOf(value)].map(([form, bytes]) => ({ secret, form, bytes })),
  );
  return Object.entries(sinks).flatMap(([sink, content]) => {
    const bytes = Buffer.from(content);
    return forms
      .filter((form) => bytes.includes(form.bytes))
      .map(({ secret, form }) => `${secret} in ${sink}, ${form}`);
  });
}
