// Requests over time in a bounded number of buckets: when they run out, two become one. The result does not depend on the order.

import { formatTime } from './clock.ts';
import { requestClasses, type RequestClass, type Timeline } from './summary.ts';

const most = 240;

export class TimelineBuckets {
  /** One list after the other, a list for each class. */
  readonly #counts = new Float64Array(most * requestClasses.length);
  #seconds = 1;
  /** Numbers of the first and the last bucket since 1970; none while `#last` is smaller. */
  #first = 0;
  #last = -1;
  #untimed = 0;

  /** `kind` is an index of `requestClasses`, `time` in microseconds. */
  add(kind: number, time: number): void {
    if (Number.isNaN(time)) {
      this.#untimed++;
      return;
    }
    let bucket = Math.floor(time / (this.#seconds * 1e6));
    if (bucket < this.#first || bucket > this.#last) bucket = this.#reach(time);
    const index = kind * most + bucket - this.#first;
    this.#counts[index] = (this.#counts[index] as number) + 1;
  }

  timeline(): Timeline {
    const length = this.#last - this.#first + 1;
    const of = (kind: number): readonly number[] => [...this.#counts.subarray(kind * most, kind * most + length)];
    return {
      start: length === 0 ? '' : formatTime(this.#first * this.#seconds * 1e6),
      secondsPerBucket: this.#seconds,
      buckets: Object.fromEntries(requestClasses.map((name, kind) => [name, of(kind)])) as Record<
        RequestClass,
        readonly number[]
      >,
      untimed: this.#untimed,
    };
  }

  /** Makes room for a time and answers its bucket. */
  #reach(time: number): number {
    const bucketOf = (): number => Math.floor(time / (this.#seconds * 1e6));
    if (this.#last < this.#first) return (this.#first = this.#last = bucketOf());
    while (Math.max(this.#last, bucketOf()) - Math.min(this.#first, bucketOf()) >= most) this.#halve();
    const bucket = bucketOf();
    if (bucket < this.#first) this.#move(this.#first - bucket);
    this.#first = Math.min(this.#first, bucket);
    this.#last = Math.max(this.#last, bucket);
    return bucket;
  }

  /** Makes two buckets one. */
  #halve(): void {
    const before = this.#counts.slice();
    this.#counts.fill(0);
    const first = Math.floor(this.#first / 2);
    for (let kind = 0; kind < requestClasses.length; kind++) {
      for (let bucket = this.#first; bucket <= this.#last; bucket++) {
        const to = kind * most + Math.floor(bucket / 2) - first;
        this.#counts[to] = (this.#counts[to] as number) + (before[kind * most + bucket - this.#first] as number);
      }
    }
    this.#first = first;
    this.#last = Math.floor(this.#last / 2);
    this.#seconds *= 2;
  }

  /** Leaves empty buckets before the first. */
  #move(by: number): void {
    for (let kind = 0; kind < requestClasses.length; kind++) {
      const from = kind * most;
      this.#counts.copyWithin(from + by, from, from + most - by);
      this.#counts.fill(0, from, from + by);
    }
  }
}
