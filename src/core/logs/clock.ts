// The time of an event in microseconds, read from bytes; the minute before is remembered.

import { parseMicroseconds } from '../kubernetes/timestamp.ts';

/** Between these years a time is believed: a wild one would make every bucket of a timeline useless. */
const [oldest, newest] = [Date.UTC(2014, 0) * 1000, Date.UTC(2100, 0) * 1000];

/** Not a number for what is no RFC 3339 time, or a wild one. */
export function believableTime(text: string): number {
  const time = parseMicroseconds(text) ?? Number.NaN;
  return time >= oldest && time < newest ? time : Number.NaN;
}

/** `2025-11-03T06:00:00.012858Z`, whatever the microseconds. */
export function formatTime(time: number): string {
  if (!Number.isFinite(time)) return '';
  const second = Math.floor(time / 1e6);
  const fraction = String(time - second * 1e6).padStart(6, '0');
  return `${new Date(second * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}

/** Length of `2025-11-03T06:00`. */
const minuteLength = 16;

/** As Go's MicroTime writes it. */
const microTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
/** Length of `2025-11-03T06:00:00.` */
const secondLength = 20;

/** Times as texts; the second before is remembered. */
export class TextClock {
  #second = '-';
  #start = Number.NaN;

  /** Like `believableTime`. */
  timeOf(text: string): number {
    if (text.startsWith(this.#second) && microTime.test(text))
      return this.#start + Number(text.slice(secondLength, -1));
    const time = believableTime(text);
    if (!microTime.test(text)) return time;
    this.#second = text.slice(0, secondLength);
    this.#start = time - Number(text.slice(secondLength, -1));
    return time;
  }
}

export class Clock {
  readonly #minute = new DataView(new ArrayBuffer(minuteLength));
  #start = Number.NaN;

  /** A time as Go's MicroTime writes it; not a number for anything else. */
  timeAt(view: DataView, at: number): number {
    for (let index = 0; index < minuteLength; index += 4) {
      if (view.getInt32(at + index, true) !== this.#minute.getInt32(index, true)) {
        this.#learn(view, at);
        break;
      }
    }
    const seconds = digits(view, at + 17, 2);
    const isTime =
      view.getUint8(at + 16) === 58 && view.getUint8(at + 19) === 46 && view.getUint8(at + 26) === 90 && seconds < 60;
    return isTime ? this.#start + seconds * 1e6 + digits(view, at + 20, 6) : Number.NaN;
  }

  #learn(view: DataView, at: number): void {
    let text = '';
    for (let index = 0; index < minuteLength; index++) {
      const byte = view.getUint8(at + index);
      this.#minute.setUint8(index, byte);
      text += String.fromCharCode(byte);
    }
    this.#start = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? believableTime(`${text}:00Z`) : Number.NaN;
  }
}

function digits(view: DataView, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) {
    const digit = view.getUint8(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
