import type { Clock } from '../../../shared/clock.ts';
import { request } from '../../../shared/node-http.ts';

/** Times in milliseconds. */
export interface HealthCheck {
  readonly path: string;
  readonly interval: number;
  readonly timeout: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** Whether an HTTP status is a healthy one. */
  isHealthy(status: number): boolean;
}

export interface TargetGroupOptions {
  readonly clock: Clock;
  readonly healthCheck: HealthCheck;
  /** How long requests under way may take once their target leaves, in milliseconds. */
  drainingDelay: number;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-states */
type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining';

export interface Target {
  readonly id: string;
  /** On the loopback interface. */
  readonly port: number;
  readonly state: TargetState;
  /** Why it is unhealthy, in a sentence. */
  readonly reason: string | undefined;
}

/** A request under way. */
interface Visit {
  readonly port: number;
  /** Call it once the request is over. */
  leave(): void;
}

interface Member extends Target {
  state: TargetState;
  reason: string | undefined;
  streak: { healthy: boolean; length: number };
  /** What cuts each request under way. */
  readonly visits: Map<object, () => void>;
  /** Resolves when it has left, or has been taken back. */
  leaving: PromiseWithResolvers<void>;
  cancelTimer: () => void;
}

/**
 * Who takes a load balancer's requests. A target that comes gets requests as soon as one health check passed; one
 * that goes gets no new ones and finishes those under way.
 */
export class TargetGroup {
  readonly #options: TargetGroupOptions;
  readonly #members = new Map<string, Member>();
  readonly #waiting = new Set<() => void>();
  #turn = 0;

  constructor(options: TargetGroupOptions) {
    this.#options = options;
  }

  targets(): readonly Target[] {
    return [...this.#members.values()];
  }

  get drainingDelay(): number {
    return this.#options.drainingDelay;
  }

  set drainingDelay(ms: number) {
    this.#options.drainingDelay = ms;
  }

  /** Adds a target, or takes one back that was leaving. */
  register(id: string, port: number): void {
    const known = this.#members.get(id);
    if (known?.port === port) {
      if (known.state === 'draining') this.#start(known);
      return;
    }
    if (known) this.#remove(known);
    const member: Member = {
      id,
      port,
      state: 'initial',
      reason: undefined,
      streak: { healthy: false, length: 0 },
      visits: new Map(),
      leaving: Promise.withResolvers(),
      cancelTimer: () => {},
    };
    this.#members.set(id, member);
    this.#start(member);
  }

  /** Resolves when the target takes no request any more: at once if it has none, else after the draining delay at the latest. */
  deregister(id: string): Promise<void> {
    const member = this.#members.get(id);
    if (!member) return Promise.resolve();
    if (member.state !== 'draining') {
      member.cancelTimer();
      member.state = 'draining';
      this.#changed();
      if (member.visits.size === 0) this.#remove(member);
      else member.cancelTimer = this.#options.clock.after(this.drainingDelay, () => this.#remove(member));
    }
    return member.leaving.promise;
  }

  /** Resolves when the target is healthy; rejects with the signal's reason, or if the target leaves. */
  async whenHealthy(id: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const member = this.#members.get(id);
      if (!member || member.state === 'draining') throw new Error(`${id} has left the target group`);
      if (member.state === 'healthy') return;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      this.#waiting.delete(resolve);
    }
  }

  /**
   * The target whose turn it is, for one request; undefined where there is none. `cut` is called if the target
   * must go before the request is over. Where no target is healthy all get requests, as with a real one.
   */
  visit(cut: () => void): Visit | undefined {
    const present = [...this.#members.values()].filter(({ state }) => state !== 'draining');
    const healthy = present.filter(({ state }) => state === 'healthy');
    const candidates = healthy.length > 0 ? healthy : present;
    const member = candidates[this.#turn++ % candidates.length];
    if (!member) return undefined;
    const key = {};
    member.visits.set(key, cut);
    return {
      port: member.port,
      leave: () => {
        member.visits.delete(key);
        if (member.state === 'draining' && member.visits.size === 0) this.#remove(member);
      },
    };
  }

  close(): void {
    for (const member of this.#members.values()) this.#remove(member);
  }

  #start(member: Member): void {
    member.cancelTimer();
    member.leaving.resolve();
    member.leaving = Promise.withResolvers();
    member.state = 'initial';
    member.streak = { healthy: false, length: 0 };
    void this.#check(member);
  }

  /** Takes a target out for good, cutting what is under way. */
  #remove(member: Member): void {
    member.cancelTimer();
    if (this.#members.get(member.id) === member) this.#members.delete(member.id);
    for (const cut of member.visits.values()) cut();
    member.leaving.resolve();
    this.#changed();
  }

  #changed(): void {
    for (const wake of this.#waiting) wake();
  }

  async #check(member: Member): Promise<void> {
    const { clock, healthCheck } = this.#options;
    const reason = await unhealthyReason(member.port, healthCheck);
    if (this.#members.get(member.id) !== member || member.state === 'draining') return;
    const healthy = reason === undefined;
    const { streak } = member;
    member.streak = { healthy, length: streak.healthy === healthy ? streak.length + 1 : 1 };
    const { healthyThreshold, unhealthyThreshold } = healthCheck;
    // One check is enough for a target that has just come.
    const needed = healthy ? (member.state === 'initial' ? 1 : healthyThreshold) : unhealthyThreshold;
    if (member.streak.length >= needed) member.state = healthy ? 'healthy' : 'unhealthy';
    member.reason = member.state === 'healthy' ? undefined : reason;
    member.cancelTimer = clock.after(healthCheck.interval, () => void this.#check(member));
    this.#changed();
  }
}

/** Why a target fails its health check. The network is real, and so is the time that it may take. */
function unhealthyReason(
  port: number,
  { path, timeout, isHealthy }: HealthCheck,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeout);
    const headers = { 'user-agent': 'ELB-HealthChecker/2.0', connection: 'close' };
    const check = request({ host: '127.0.0.1', port, path, headers, signal, agent: false }, (response) => {
      response.resume();
      response.on('error', () => {});
      const { statusCode = 0 } = response;
      resolve(isHealthy(statusCode) ? undefined : `Health checks failed with these codes: [${statusCode}]`);
    });
    check.on('error', () => resolve(signal.aborted ? 'Request timed out' : 'Health checks failed'));
    check.end();
  });
}
