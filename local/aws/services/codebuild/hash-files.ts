import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The command `codebuild-hash-files <pattern>…` of a build: one SHA-256 over the files of the source that the
 * patterns name, for the key of a cache. https://docs.aws.amazon.com/codebuild/latest/userguide/caching-s3.html
 */
const source = process.env.CODEBUILD_SRC_DIR ?? '.';
const files = globSync(process.argv.slice(2), { cwd: source }).filter((file) =>
  statSync(join(source, file)).isFile(),
);
if (files.length === 0) {
  console.error(`codebuild-hash-files: no files match ${process.argv.slice(2).join(' ')}`);
  process.exit(1);
}
const hash = createHash('sha256');
for (const file of files.sort())
  hash.update(
    createHash('sha256')
      .update(readFileSync(join(source, file)))
      .digest(),
  );
console.log(hash.digest('hex'));
