import type { StageState, Stages } from '../../../shared/aws/ports.ts';

/** The ways into the stages of `shop`. */
export class FakeStages implements Stages {
  readonly calls: string[] = [];
  readonly told: StageState[] = [{ stage: 'Source' }, { stage: 'Approve' }, { stage: 'Deploy' }];

  async states(): Promise<StageState[]> {
    return this.told;
  }

  async close({ pipeline, stage, reason }: Parameters<Stages['close']>[0]): Promise<void> {
    this.calls.push(`close ${pipeline}/${stage}: ${reason}`);
    this.#set(stage, { closed: { reason, at: 0 } });
  }

  async open({ pipeline, stage }: Parameters<Stages['open']>[0]): Promise<void> {
    this.calls.push(`open ${pipeline}/${stage}`);
    this.#set(stage, { closed: undefined });
  }

  async override({ pipeline, stage, run, condition }: Parameters<Stages['override']>[0]): Promise<void> {
    this.calls.push(`override ${condition} of ${pipeline}/${stage} for ${run}`);
    this.#set(stage, { failedCondition: undefined });
  }

  /** A condition of the stage has failed, or the way into it is closed. */
  set(stage: string, more: Partial<StageState>): void {
    this.#set(stage, more);
  }

  #set(stage: string, more: { [Key in keyof StageState]?: StageState[Key] | undefined }): void {
    const index = this.told.findIndex((each) => each.stage === stage);
    this.told[index] = { ...this.told[index], ...more } as StageState;
  }
}
