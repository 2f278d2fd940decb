import { announceChange } from './reload-record.ts';
import { offerLanguages } from './answer-language.ts';
import { ArchiveBackend, freshAfterMoving } from './backend.ts';
import { editorComponents } from './components.ts';
import { consentsWidget } from './consents.ts';
import type { ImmutableMap } from './globals.ts';
import { plainEnglish } from './locale.ts';
import type { OwnWords } from '#cms/own-words.ts';
import { ownGrantsWidget, ownIdWidget, ownLookWidget } from './own-widgets.ts';
import { beginOnBoard, decapIn, speakTo } from './own-words.ts';
import { nameControls } from './name-controls.ts';
import { leadToBoard } from './one-board.ts';
import { beginWithoutPreview, PREVIEW_STYLE, pagePreview } from './page-preview.ts';
import { rememberForms } from './problem-labels.ts';
import { recordFormat } from './record-format.ts';
import { nameWithheld } from './publish-question.ts';
import { reviewList } from './review-list.ts';
import { recordingWidget } from './recording.ts';
import { whoAmI } from './api.ts';
import { checkedDay } from './checked-day.ts';
import {
  answersWidget,
  partIdWidget,
  recordIdWidget,
  storyIdWidget,
  tonguesWidget,
} from './small-widgets.ts';
import { behindWidget } from './pieces-behind.ts';
import { pickManyWidget } from './pick-many.ts';
import { publicationPanel } from './publication-panel.ts';
import { recordToSave } from './record-to-save.ts';
import { exhibitionWidget } from './exhibition-widget.ts';

const { CMS } = window;
const { own, answers, ...config } = (await (await fetch('/admin/config.json')).json()) as {
  readonly own?: OwnWords;
  readonly answers: Parameters<typeof offerLanguages>[0];
  readonly collections: Parameters<typeof rememberForms>[0];
};
offerLanguages(answers);
if (own !== undefined) {
  speakTo(own);
  beginOnBoard();
} else leadToBoard();
const english = plainEnglish(CMS.getLocale('en'));
CMS.registerLocale('en', own === undefined ? english : decapIn(english, own));
const REMEMBERED = 'decap-cms-user';

CMS.registerBackend('archive', ArchiveBackend);
CMS.registerCustomFormat('record', 'record', recordFormat);
// Decap's own media library is not used: one that cannot stand alone takes its button away.
CMS.registerMediaLibrary({
  name: 'none',
  init: () => ({ show() {}, enableStandalone: () => false }),
});
for (const component of editorComponents) CMS.registerEditorComponent(component);
for (const [name, controlComponent] of Object.entries({
  'story-id': storyIdWidget(),
  'record-id': recordIdWidget(),
  'part-id': partIdWidget(),
  recording: recordingWidget(),
  consents: consentsWidget(),
  standing: publicationPanel(),
  'review-list': reviewList(),
  'checked-day': checkedDay(),
  tongues: tonguesWidget(),
  answers: answersWidget(),
  'pick-many': pickManyWidget(),
  behind: behindWidget(),
  wall: exhibitionWidget(),
  'own-id': ownIdWidget(),
  'own-look': ownLookWidget(),
  'own-grants': ownGrantsWidget(),
})) {
  CMS.registerWidget({ name, controlComponent, allowMapValue: true });
}
for (const collection of ['stories', 'exhibitions'] as const)
  CMS.registerPreviewTemplate(collection, pagePreview(collection));
CMS.registerPreviewStyle(PREVIEW_STYLE, { raw: true });
beginWithoutPreview();
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const data = entry.get('data') as ImmutableMap;
    return data.clear().merge(recordToSave(entry));
  },
});

CMS.registerEventListener({
  name: 'postSave',
  handler: () => {
    announceChange();
    freshAfterMoving();
  },
});
CMS.registerEventListener({ name: 'postPublish', handler: announceChange });
CMS.registerEventListener({ name: 'postUnpublish', handler: announceChange });

// Going straight from one record to another by address, Decap shows the first under the second's
// name, and would save it there. A fresh page does not.
window.addEventListener('hashchange', ({ oldURL, newURL }) => {
  const [from, to] = [oldURL, newURL].map(
    (url) => /#\/collections\/[^?]+\/entries\/[^?]+/.exec(url)?.[0],
  );
  if (from !== undefined && to !== undefined && from !== to) window.location.reload();
});

nameWithheld();
nameControls(document.body);

// Decap asks who is here only when it remembers somebody; ours sign in outside it, with a cookie.
const person = await whoAmI().catch(() => undefined);
if (person === undefined) localStorage.removeItem(REMEMBERED);
else localStorage.setItem(REMEMBERED, JSON.stringify({ backendName: 'archive' }));

rememberForms(config.collections);
CMS.init({ config });
