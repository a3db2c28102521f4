// What reading needs and the language itself does not have.

export interface Platform {
  /** UTF-8 as text; wrong bytes become U+FFFD, and a byte order mark is kept. */
  decode(bytes: Uint8Array): string;
  /** Where the next byte 10 stands, or -1: `bytes.indexOf(10, from)`, or something faster. */
  newline(bytes: Uint8Array, from: number): number;
}
