declare namespace App {
  interface Locals {
    /** The exhibition being drawn: what it may show, and the interface language. */
    showing?: { readonly works: readonly string[]; readonly ui: string };
    /** A page drawn on request: the frame around it, and what it says. */
    drawn?: import('./desk/drawn.ts').DrawnInput;
  }
}
