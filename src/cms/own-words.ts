import { interfaceIn } from '#i18n/words.ts';

/** How the page of the editor speaks to whoever writes their own drafts. */
export interface OwnWords {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** In place of the words of our own fields, by their names in `browser/words.ts`. */
  readonly said: Readonly<Record<string, string>>;
  /** In place of Decap's own, by their places in its table. */
  readonly decap: object;
}

/** In an interface language; what of Decap's table is not here, nobody who writes their own drafts should meet. */
export function ownWords(language: string): OwnWords {
  const shown = interfaceIn(language, 'desk');
  const { editor, share } = shown.words;
  return {
    ...{ lang: shown.lang, dir: shown.dir, decap: decapWords(shown.words) },
    said: {
      noConnection: editor.noLine,
      signedOut: editor.signedOut,
      serverTrouble: share.problem['not-saved'],
      signInTitle: share.title,
      signIn: share.invited,
      signInAgain: share.goOn,
      toSite: shown.words.home,
      choosePhoto: share.picturesAdd,
      chooseSound: share.soundAdd,
      chooseAnother: editor.another,
      sendingPercent: editor.sending,
      sent: editor.arrived,
      remove: editor.takeOut,
      noPreview: editor.noShow,
      use: share.lookGrid,
      lookFirst: editor.lookFirst,
      lookAndSend: editor.lookAndSend,
      move: editor.move,
      openOrClose: editor.open,
      takeItemOut: editor.takeOut,
    },
  };
}

type Words = ReturnType<typeof interfaceIn>['words'];

function decapWords({ editor, share, invite, home, search }: Words): object {
  const failed = `${editor.notDone} %{details}`;
  const needed = `${editor.missing} “%{fieldLabel}”`;
  return {
    app: {
      header: { content: editor.mine, workflow: editor.mine, quickAdd: editor.create },
      app: {
        loadingConfig: editor.opening,
        waitingBackend: editor.opening,
        errorHeader: editor.wentWrong,
      },
      notFoundPage: { header: editor.problem['not-here'] },
    },
    collection: {
      sidebar: { collections: editor.mine, allCollections: editor.mine, searchAll: search },
      collectionTop: { newButton: editor.create, newButtonAriaLabel: editor.create },
      entries: {
        loadingEntries: editor.opening,
        cachingEntries: editor.opening,
        longerLoading: editor.opening,
        noEntries: editor.nothing,
        unpublishedHeader: editor.mine,
      },
    },
    editor: {
      editorControl: { field: { optional: editor.needed, widgetLabel: '%{widgetLabel}' } },
      editorControlPane: { widget: { required: needed, processing: editor.saving } },
      editor: {
        onLeavePage: editor.leaveAsk,
        onUpdatingWithUnsavedChanges: editor.saveFirst,
        onDeleteUnpublishedChanges: editor.removeAsk,
        onDeleteUnpublishedChangesWithUnsavedChanges: editor.removeAsk,
        loadingEntry: editor.opening,
        confirmLoadBackup: editor.keptAsk,
      },
      editorToolbar: {
        ...{ save: editor.save, saving: editor.saving, changesSaved: editor.saved },
        ...{ unsavedChanges: editor.unsaved, updating: editor.change, deleting: editor.removing },
        ...{ draft: editor.writing, inReview: editor.sent, backCollection: editor.mine },
        ...{ deleteUnpublishedEntry: editor.remove, deleteUnpublishedChanges: editor.remove },
        statusInfoTooltipDraft: editor.lookFirst,
        statusInfoTooltipInReview: share.sentLead,
      },
      editorWidgets: {
        list: { add: editor.add, addType: editor.add },
        object: { expand: editor.open, collapse: editor.close },
        unknownControl: { noControl: editor.wentWrong },
      },
    },
    ui: {
      default: { goBackToSite: home },
      errorBoundary: { title: editor.wentWrong, details: '', reportIt: '', privacyWarning: '' },
      settingsDropdown: { logOut: invite.signOut, account: invite.signOut },
      toast: {
        ...{ entrySaved: editor.saved, entryUpdated: editor.saved },
        ...{ onFailToLoadEntries: failed, onFailToPersist: failed, onFailToDelete: failed },
        ...{ onFailToUpdateStatus: failed, missingRequiredField: editor.missing },
        ...{ onDeleteUnpublishedChanges: editor.removed, onLoggedOut: editor.signedOut },
        onBackendDown: editor.noLine,
      },
    },
    workflow: {
      workflow: {
        ...{ loading: editor.opening, workflowHeading: editor.mine, newPost: editor.create },
        ...{ description: editor.lead, dateFormat: 'D/M/YYYY' },
      },
      workflowCard: {
        ...{ deleteChanges: editor.remove, deleteNewEntry: editor.remove },
        ...{ lastChange: '%{date}', lastChangeNoAuthor: '%{date}', lastChangeNoDate: ' ' },
      },
      workflowList: {
        ...{ onDeleteEntry: editor.removeAsk, draftHeader: editor.writing },
        ...{ inReviewHeader: editor.sent, currentEntries: '%{smart_count}' },
      },
    },
  };
}
