import { z } from 'zod';
import { type Line, sentence } from '../../shared/render/view.ts';
import type { AuditRecord } from '../store/store.ts';
import { defineCommand } from './define.ts';
import { ago } from './words.ts';

export default defineCommand({
  name: 'audit',
  help: {
    usage: 'audit [pipeline]',
    summary: 'Lists the newest commands on a pipeline, allowed and refused, and what came of them.',
    who: 'Who the policy lets approve the pipeline.',
    examples: ['audit', 'audit shop'],
  },
  aws: [],
  args: z.object({ pipeline: z.string() }),
  words: ['pipeline'],
  // It tells more of people than a reader of a public repository need know.
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'approve', pipeline }),
  gather: ({ pipeline }, { store }) => store.auditTrail({ pipeline, limit: 15 }),

  decide(records: readonly AuditRecord[], { pipeline }, _request, now) {
    if (records.length === 0) {
      return { answer: sentence(`Nobody has asked anything of ${pipeline} yet.`), to: 'asker', effects: [] };
    }
    const rows = records.map(({ at, who, what, decision, outcome }): Line[] => [
      ago(at, now),
      who,
      [{ code: what }],
      decision,
      outcome,
    ]);
    const columns = ['When', 'Who', 'What', 'Decision', 'Outcome'];
    return {
      answer: { summary: `The newest commands on ${pipeline}`, blocks: [{ kind: 'table', columns, rows }] },
      to: 'asker',
      effects: [],
    };
  },
});
