// A history holds so many small collections that a `Map` for each, of 180 bytes and more, would be most of it.

/** One for all that are empty. */
export const none: readonly never[] = [];

interface Named {
  readonly name: string;
}

/** The one of that name. */
export function named<One extends Named>(all: readonly One[], name: string | undefined): One | undefined {
  return all.find((one) => one.name === name);
}

/** The same with this one, in the place of the one of its name or else at the end. */
export function withNamed<One extends Named>(all: readonly One[], added: One): readonly One[] {
  // `[...all, added]` would leave room for sixteen more.
  if (!named(all, added.name)) return all.concat([added]);
  return all.map((one) => (one.name === added.name ? added : one));
}
