import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { messageOf, UserError } from '../../shared/errors.ts';
import { isAway } from './away.ts';

type Dialect = 'sqlite' | 'postgres';

/** Forward only: a released migration is never edited, the next change is a new one. */
const migrationsFor = (dialect: Dialect): Record<string, Migration> => ({
  '0001-start': {
    async up(db: Kysely<unknown>) {
      await createQueue(db, { name: 'inbox', dialect }, (table) =>
        table
          .addColumn('source', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('payload', 'text', (column) => column.notNull())
          .addUniqueConstraint('inbox_once', ['source', 'id']),
      );
      await createQueue(db, { name: 'outbox', dialect }, (table) =>
        table
          .addColumn('id', 'text', (column) => column.notNull().unique())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('coalesce_key', 'text')
          .addColumn('data', 'text', (column) => column.notNull())
          .addColumn('request', 'text'),
      );
      await createIndex(db, 'outbox', ['coalesce_key', 'state']);
      await create(db, 'runs')
        .addColumn('pipeline', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('live', 'integer', (column) => column.notNull())
        .addColumn('started_at', 'bigint', (column) => column.notNull())
        .addColumn('updated_at', 'bigint', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('runs_key', ['pipeline', 'id'])
        .execute();
      await createIndex(db, 'runs', ['pipeline', 'started_at']);
      await createIndex(db, 'runs', ['live', 'started_at']);
      await create(db, 'messages')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('pipeline', 'text')
        .addColumn('run', 'text')
        .addColumn('shown_at', 'bigint', (column) => column.notNull())
        .execute();
      await createIndex(db, 'messages', ['place', 'id']);
      await createIndex(db, 'messages', ['place', 'shown_at']);
      await create(db, 'handled')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await create(db, 'audit')
        .addColumn('seq', ...numbered(dialect))
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('pipeline', 'text')
        .addColumn('entry', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await createIndex(db, 'audit', ['pipeline', 'seq']);
    },
  },
  '0002-notes': {
    async up(db: Kysely<unknown>) {
      await create(db, 'notes')
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('notes_key', ['kind', 'scope', 'key'])
        .execute();
    },
  },
  '0003-years-and-replicas': {
    async up(db: Kysely<unknown>) {
      await createIndex(db, 'handled', ['at']);
      await createIndex(db, 'runs', ['live', 'updated_at']);
      await createIndex(db, 'runs', ['live', 'pipeline']);
      await createIndex(db, 'messages', ['shown_at']);
      // With SQLite there is one process, which keeps its budgets in memory.
      if (dialect === 'sqlite') return;
      await create(db, 'budgets')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('whole_at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '0004-owners': {
    async up(db: Kysely<unknown>) {
      if (dialect === 'sqlite') return;
      for (const queue of ['inbox', 'outbox']) {
        await db.schema.alterTable(queue).addColumn('owner', 'text').execute();
      }
    },
  },
  // What is open is little beside what is done, and each delivery waits for the indexes to be written.
  '0005-open-work': {
    async up(db: Kysely<unknown>) {
      for (const queue of ['inbox', 'outbox']) {
        await createPartialIndex(db, { name: `${queue}_open`, queue, columns: 'seq', where: openStates });
        await createPartialIndex(db, {
          name: `${queue}_open_lanes`,
          queue,
          columns: 'lane, state, seq',
          where: openStates,
        });
        await createPartialIndex(db, {
          name: `${queue}_dead`,
          queue,
          columns: 'seq',
          where: "state = 'dead'",
        });
        for (const old of ['state_seq', 'lane_state_seq']) {
          await db.schema.dropIndex(`${queue}_${old}`).ifExists().execute();
        }
      }
    },
  },
  '0006-batches': {
    async up(db: Kysely<unknown>) {
      if (dialect === 'postgres') return;
      await create(db, 'batches')
        .addColumn('seq', ...numbered(dialect))
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('size', 'integer', (column) => column.notNull())
        .addColumn('deliveries', 'text', (column) => column.notNull())
        .execute();
    },
  },
});

const openStates = "state in ('waiting', 'working')";

/**
 * Brings the tables up to what this version of the bot expects. Of several processes that start at once one does it
 * and the others wait.
 */
export async function migrate(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const provider = { getMigrations: async () => migrationsFor(dialect) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (isAway(error)) throw error;
  if (messageOf(error).includes('is missing')) {
    throw new UserError(
      'The store was written by a newer version of the bot: start that one, or restore the backup from before the update.',
    );
  }
  if (error) throw new Error('The store could not be brought up to date', { cause: error });
}

// SQLite does not roll a half-done migration back under Kysely, so each step may be repeated.
function create(db: Kysely<unknown>, name: string) {
  return db.schema.createTable(name).ifNotExists();
}

async function createIndex(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  const name = [table, ...columns].join('_');
  await db.schema.createIndex(name).ifNotExists().on(table).columns(columns).execute();
}

async function createPartialIndex(
  db: Kysely<unknown>,
  { name, queue, columns, where }: { name: string; queue: string; columns: string; where: string },
): Promise<void> {
  await sql`create index if not exists ${sql.id(name)} on ${sql.table(queue)}
    (${sql.raw(columns)}) where ${sql.raw(where)}`.execute(db);
}

/** What counts up by itself. */
function numbered(
  dialect: Dialect,
): ['integer' | 'bigint', (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder] {
  if (dialect === 'sqlite') return ['integer', (column) => column.primaryKey()];
  return ['bigint', (column) => column.generatedByDefaultAsIdentity().primaryKey()];
}

async function createQueue(
  db: Kysely<unknown>,
  { name, dialect }: { name: string; dialect: Dialect },
  own: (table: CreateTableBuilder<string, never>) => CreateTableBuilder<string, never>,
): Promise<void> {
  const table = create(db, name)
    .addColumn('seq', ...numbered(dialect))
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('error', 'text');
  await own(table as CreateTableBuilder<string, never>).execute();
  await createIndex(db, name, ['state', 'seq']);
  await createIndex(db, name, ['lane', 'state', 'seq']);
}
