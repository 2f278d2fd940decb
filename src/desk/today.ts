import type { WaitingView } from '#components/waiting-view.ts';

/**
 * The facilitators’ page of the day. Whatever is called `why`, and the problems, are in English. Each
 * thing there is to do has the address where it is done.
 */
export interface Today {
  /** In London. */
  readonly day: string;
  readonly site: {
    readonly why?: 'unreadable' | 'from-the-future' | 'too-old' | 'another-day' | undefined;
    readonly builtFor?: string | undefined;
    readonly builtAt?: string | undefined;
    readonly making: 'idle' | 'working' | 'failed';
    readonly problems: readonly TodayProblem[];
  };
  /** Pieces that wait for a review, the longest first. */
  readonly waiting: readonly WaitingView[];
  /** What is hidden and not out of the site yet, or held until a person has looked. */
  readonly down: readonly DownShown[];
  /** Help lines that nobody looked at for half a year. */
  readonly support: readonly { readonly name: string; readonly checkedOn: string | undefined }[];
  /** Where the settings are changed; nothing for whoever may not. */
  readonly settingsAt: string | undefined;
  /** How many thanks wait to be read, and how many people are due to be asked how they are; nothing while nobody can tell. */
  readonly care: { readonly thanks: number; readonly toAsk: number } | undefined;
  /** What cannot be read: then there is nothing else to tell. */
  readonly unreadable: readonly string[];
  /** How many days `soon` looks ahead. */
  readonly ahead: number;
  readonly soon: readonly (ToDo & { readonly on: string; readonly why?: string | undefined })[];
  readonly changed: readonly ToDoBecause[];
  readonly undescribed: readonly ToDo[];
  readonly asked: readonly ToDo[];
  readonly gaps: readonly ToDoBecause[];
  /** Copies that others have, of which something has to be destroyed. */
  readonly copies: readonly {
    readonly key: string;
    /** In the words of the interface. */
    readonly use: string;
    readonly day: string;
    /** As it was written down; nothing where it was not. */
    readonly who: string | undefined;
    /** Ids. */
    readonly what: string;
  }[];
}

/** One thing, and the address where it is done. */
export interface ToDo {
  readonly text: string;
  readonly href: string;
}

interface ToDoBecause extends ToDo {
  readonly why: string;
}

/** In English. */
interface TodayProblem {
  readonly text: string;
  /** Where it is mended, when it is a record of the desk’s. */
  readonly href?: string | undefined;
}

interface DownShown {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** No build ends it: a person has to look. */
  readonly isHeld: boolean;
  readonly href: string;
}
