/// <reference types="astro/client" />

declare namespace App {
  /** What the parts of one page tell each other while it is written. */
  interface Locals {
    drawnSigns?: Set<'who' | 'what'>;
  }
}
