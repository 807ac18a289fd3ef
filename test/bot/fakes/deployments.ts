import type { Deployment, Deployments } from '../../../shared/aws/ports.ts';

export class FakeDeployments implements Deployments {
  readonly calls: string[] = [];
  readonly known = new Map<string, Deployment>();
  #descriptions = new Map<string, string>();

  async read(id: string): Promise<Deployment | undefined> {
    return this.known.get(id);
  }

  async proceed(id: string, wait: string): Promise<void> {
    this.calls.push(`proceed ${id} ${wait}`);
    const known = this.known.get(id);
    if (known) this.known.set(id, { ...known, status: 'InProgress' });
  }

  async repeat(id: string, description: string): Promise<string> {
    this.calls.push(`repeat ${id}`);
    this.#descriptions.set(description, 'd-AGAIN');
    return 'd-AGAIN';
  }

  async described(_id: string, description: string): Promise<string | undefined> {
    return this.#descriptions.get(description);
  }
}
