export interface Version {
  readonly id: string;
  readonly text: string | undefined;
  readonly binary: Uint8Array | undefined;
  readonly created: Date;
  readonly stages: Set<string>;
}

export interface Stored {
  readonly name: string;
  readonly arn: string;
  readonly created: Date;
  readonly versions: Map<string, Version>;
  readonly tags: Map<string, string>;
  description: string | undefined;
  keyId: string | undefined;
  changed: Date;
  accessed: Date | undefined;
  /** When it was marked for deletion, and when that happens. */
  deleted: { readonly marked: Date; readonly due: number } | undefined;
}

/** What a request gives: one of the two. */
export interface Value {
  readonly SecretString?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
}

export const current = 'AWSCURRENT';
const previous = 'AWSPREVIOUS';

/** Puts stages on a version and takes them from the others; what was current becomes previous. */
export function moveStages(stored: Stored, target: Version, stages: readonly string[]): void {
  for (const stage of stages)
    for (const version of stored.versions.values()) {
      if (version === target || !version.stages.delete(stage) || stage !== current) continue;
      for (const other of stored.versions.values()) other.stages.delete(previous);
      version.stages.add(previous);
    }
  for (const stage of stages) target.stages.add(stage);
}

export const hasValue = (input: Value) =>
  input.SecretString !== undefined || input.SecretBinary !== undefined;

export function equal(version: Version, value: Value): boolean {
  return (
    version.text === value.SecretString &&
    Buffer.compare(Buffer.from(version.binary ?? []), Buffer.from(value.SecretBinary ?? [])) === 0
  );
}
