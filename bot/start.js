// Not TypeScript: once all that is lies in the compile cache, nothing loads what strips its types, which takes
// 25 MB and 90 ms. https://nodejs.org/api/module.html#module-compile-cache
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./main.ts');
