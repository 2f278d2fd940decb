/** What the register will not do, in words for the person who asked. It holds nothing of the register. */
export class Refused extends Error {}
