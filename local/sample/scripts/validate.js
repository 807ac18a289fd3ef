import { setTimeout as sleep } from 'node:timers/promises';

const url = process.argv[2];

for (let tries = 0; tries < 50; tries++) {
  const response = await fetch(url).catch(() => undefined);
  if (response) {
    const words = await response.text();
    if (response.ok) {
      console.log(`GET /health: ${words}`);
      process.exit(0);
    }
    console.error(`GET /health answered ${response.status}: ${words}`);
    process.exit(1);
  }
  await sleep(100);
}
console.error('GET /health: nobody answers');
process.exit(1);
