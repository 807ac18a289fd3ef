/** `npm run test:long` runs the harnesses in full; `npm test` a part of each that takes seconds. */
export const isLong = process.env.MODE === 'long';
