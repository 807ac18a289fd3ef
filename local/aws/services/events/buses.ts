import { type Aws, AwsError } from '../../define.ts';
import { Deliverer, type Handler } from './delivery.ts';
import { Destinations, type DestinationsSnapshot, notFound } from './destinations.ts';
import { Bus, type BusSnapshot, defaultBus } from './rules.ts';

interface EventBridgeSnapshot {
  readonly buses: readonly BusSnapshot[];
  readonly destinations: DestinationsSnapshot;
}

/** The event buses of the account. What services emit goes to the default bus. */
export class EventBridge {
  readonly destinations: Destinations;
  readonly aws: Aws;
  readonly #deliverer: Deliverer;
  readonly #buses = new Map<string, Bus>();

  constructor(aws: Aws) {
    this.aws = aws;
    this.destinations = new Destinations(aws);
    this.#deliverer = new Deliverer(aws, this.destinations);
    const bus = this.#add(defaultBus);
    aws.onClose(aws.onEvent((event) => bus.publish(event)));
  }

  /** Lets rules have the resources of a service as targets: a pipeline's ARN begins a run, for example. */
  handle(service: string, handler: Handler): void {
    this.#deliverer.handle(service, handler);
  }

  all(): readonly Bus[] {
    return [...this.#buses.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** By name or ARN; the default bus where none is given. */
  bus(name: string = defaultBus): Bus {
    const found = this.#buses.get(name.replace(/^arn:aws:events:[^:]*:\d*:event-bus\//, ''));
    if (found) return found;
    throw notFound(`Event bus ${name} does not exist.`);
  }

  create(name: string): Bus {
    if (!/^[.\w-]{1,256}$/.test(name))
      throw new AwsError('ValidationException', `${name} is no name of a custom event bus.`);
    if (this.#buses.has(name))
      throw new AwsError('ResourceAlreadyExistsException', `Event bus ${name} already exists.`);
    return this.#add(name);
  }

  delete(name: string): void {
    if (name === defaultBus) throw new AwsError('ValidationException', 'Cannot delete event bus default.');
    if ((this.#buses.get(name)?.rules().length ?? 0) > 0)
      throw new AwsError('ValidationException', `Event bus ${name} can't be deleted since it has rules.`);
    this.#buses.delete(name);
  }

  snapshot(): EventBridgeSnapshot {
    return { buses: this.all().map((bus) => bus.snapshot()), destinations: this.destinations.snapshot() };
  }

  restore({ buses, destinations }: EventBridgeSnapshot): undefined {
    this.destinations.restore(destinations);
    for (const snapshot of buses)
      (this.#buses.get(snapshot.name) ?? this.#add(snapshot.name)).restore(snapshot);
  }

  #add(name: string): Bus {
    const bus = new Bus(this.aws, name, this.#deliverer);
    this.#buses.set(name, bus);
    return bus;
  }
}
