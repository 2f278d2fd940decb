import type { PaperForm, PaperSideView } from '#components/paper-view.ts';
import { deskAddress } from '#desk/drawn.ts';
import { languagesOn } from '#i18n/languages.ts';
import {
  CELL_COUNT,
  CELLS,
  MARK_RADII,
  CORNER_MARKS,
  type PaperSide,
  paperSides,
  writtenCode,
} from '#intake/paper/form.ts';
import { BOX, FRAME, SHEET } from '#intake/paper/sheet.ts';
import { frameOfNothing } from '#release/site-frame.ts';
import type { DrawnPages } from './draw.ts';
import { lettersStyle } from './receipt-letters.ts';

/** Languages in which the form is printed: those of the desk. */
export const PAPER_LANGUAGES: readonly string[] = languagesOn('desk');

const SIZES: PaperForm['sizes'] = {
  ...SHEET,
  ...{ box: BOX, frame: FRAME, marks: CORNER_MARKS, mark: MARK_RADII, cell: CELLS },
};

interface Asked {
  readonly language: string;
  /** The information sheet that goes with the form. */
  readonly sheet: string;
}

/** The form on paper in a language, as a page that stands alone. */
export async function paperPage({ draw }: Pick<DrawnPages, 'draw'>, asked: Asked): Promise<string> {
  const { language } = asked;
  const form = paperForm(asked);
  const frame = { site: frameOfNothing([language]), ui: language };
  const page = (says: PaperForm) => draw('desk/paper', { frame, says: { 'desk/paper': says } });
  // Drawn once to know which letters it is written with, and again with them.
  const letters = await lettersStyle(await page(form));
  return letters === '' ? page(form) : page({ ...form, letters });
}

/** What the page is drawn from, before it has its letters. */
export function paperForm({ language, sheet }: Asked): PaperForm {
  return {
    sides: paperSides([language], sheet).map(sideView),
    ...{ sizes: SIZES, sheet, letters: '' },
    others: PAPER_LANGUAGES.filter((other) => other !== language).map((other) => ({
      href: deskAddress('/desk/paper/', other),
      language: other,
    })),
  };
}

function sideView(form: PaperSide): PaperSideView {
  const { side, layout, cells } = form;
  const black = Array.from({ length: CELL_COUNT }, (_, at) => at).filter((at) => cells[at]);
  return {
    side,
    places: layout.places.filter((place) => place.side === side),
    boxes: layout.boxes.filter((box) => box.side === side),
    code: writtenCode(form),
    cells: black.map((at) => ({ x: CELLS.x + at * CELLS.width })),
  };
}
