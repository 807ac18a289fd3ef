import { DatabaseSync, type SQLInputValue, StatementSync } from 'node:sqlite';

/**
 * Loaded into a bot before its own code (`node --import`): ends the process, as a power cut would, right before or
 * right after the commit that `KILL_AT_COMMIT` names, such as `before 3`.
 */
const [when, count] = (process.env.KILL_AT_COMMIT ?? '').split(' ');
let commits = 0;

function around<Result>(commit: () => Result): Result {
  commits++;
  if (when === 'before' && commits === Number(count)) process.kill(process.pid, 'SIGKILL');
  const result = commit();
  if (when === 'after' && commits === Number(count)) process.kill(process.pid, 'SIGKILL');
  return result;
}

/** What is appended to the batches is mostly a transaction of its own. */
const isCommit = (sql: string) => /^\s*(commit|insert into batches)\b/i.test(sql);

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  return isCommit(sql) ? around(() => exec.call(this, sql)) : exec.call(this, sql);
};

const run = StatementSync.prototype.run as (this: StatementSync, ...values: SQLInputValue[]) => unknown;
StatementSync.prototype.run = function (this: StatementSync, ...values: SQLInputValue[]) {
  return isCommit(this.sourceSQL) ? around(() => run.apply(this, values)) : run.apply(this, values);
} as StatementSync['run'];
