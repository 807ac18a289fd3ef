import type { SecretStore, SecretVersion } from '../../../shared/aws/ports.ts';
import { Secret } from '../../../shared/secrets/secret.ts';

export class FakeSecrets implements SecretStore {
  readonly reads: string[] = [];
  readonly values = new Map<string, string>();

  async describe(name: string) {
    this.reads.push(`describe ${name}`);
    return this.values.has(name)
      ? { name, type: 'SecureString', version: '3', changedAt: 0, changedBy: 'bob' }
      : undefined;
  }

  async read(name: string): Promise<Secret | undefined> {
    this.reads.push(`read ${name}`);
    const value = this.values.get(name);
    return value === undefined ? undefined : new Secret(value);
  }

  async list(path: string, limit: number) {
    this.reads.push(`list ${path}`);
    const names = [...this.values.keys()].filter((name) => name.startsWith(`${path}/`)).sort();
    return names.slice(0, limit).map((name) => ({ name, type: 'SecureString', version: '3', changedAt: 0 }));
  }

  async history(name: string): Promise<SecretVersion[]> {
    this.reads.push(`history ${name}`);
    if (!this.values.has(name)) return [];
    return [
      { version: '3', changedAt: 0, changedBy: 'bob', labels: ['live'] },
      { version: '2', changedAt: -86_400_000, labels: [] },
    ];
  }
}
