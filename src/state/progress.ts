/** How far long work is: so many of so many. Rooms count; the words are said where the work was asked for. */
export type Progress = (done: number, total: number) => void;
