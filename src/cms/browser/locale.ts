import { words } from './words.ts';

type Words = Record<string, unknown>;

/**
 * Decap's own words in plain English. Nobody at the desk should meet a word from the machinery
 * below it; `tests/browser/desk-words.test.ts` looks for such words in the page.
 */
export function plainEnglish(english: Words): Words {
  return over(english, PLAIN);
}

/** One table of words laid over another, as deep as they go. */
export function over(base: Words, change: Words): Words {
  const keys = new Set([...Object.keys(base), ...Object.keys(change)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      const [old, now] = [base[key], change[key]];
      const both = isWords(old) && isWords(now);
      return [key, both ? over(old, now) : (now ?? old)];
    }),
  );
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null;
}

const SURE_SHOW = words.showNow;
const TRY = 'Nothing was lost.';

const PLAIN: Words = {
  app: {
    header: { content: 'Everything', workflow: 'In progress', quickAdd: 'New' },
    app: {
      errorHeader: 'The desk could not be opened',
      configErrors: 'What is wrong',
      checkConfigYml: 'Tell the person who runs this archive.',
      loadingConfig: 'Opening the desk…',
      waitingBackend: 'Opening the desk…',
    },
    notFoundPage: { header: 'There is nothing here' },
  },
  collection: {
    sidebar: {
      collections: 'Look after',
      allCollections: 'Everything',
      searchAll: 'Search all',
    },
    collectionTop: {
      newButton: 'New %{collectionLabel}',
      newButtonAriaLabel: 'New %{collectionLabel}',
      searchResults: 'Found for “%{searchTerm}”',
      searchResultsInCollection: 'Found for “%{searchTerm}” in %{collection}',
    },
    entries: {
      loadingEntries: 'Fetching…',
      cachingEntries: 'Fetching…',
      longerLoading: 'This may take a minute',
      noEntries: 'Nothing here yet',
      unpublishedHeader: 'Not shown yet',
    },
  },
  editor: {
    editorControl: { field: { widgetLabel: '%{widgetLabel}', optional: 'needed' } },
    editorControlPane: {
      widget: {
        required: 'Please fill in “%{fieldLabel}”.',
        regexPattern: '“%{fieldLabel}”: %{pattern}.',
        processing: '“%{fieldLabel}” is not ready yet.',
        invalidPath: 'This address cannot be used.',
        pathExists: 'This address is taken.',
      },
    },
    editorInterface: { togglePreview: words.previewToggle },
    editor: {
      onLeavePage: 'Leave this page? What you have not saved will be lost.',
      onUpdatingWithUnsavedChanges: 'Save first, then change where it stands.',
      onPublishingNotReady:
        'First set it to “Ready to show”. If it already is, load this page again.',
      onPublishingWithUnsavedChanges: 'Save first, then show it.',
      onPublishing: SURE_SHOW,
      onUnpublishing: words.takeOff,
      onDeleteWithUnsavedChanges: 'Delete this, and what you have not saved?',
      onDeletePublishedEntry: 'Delete this?',
      onDeleteUnpublishedChangesWithUnsavedChanges:
        'Delete this draft, and what you have not saved? What is on the website stays.',
      onDeleteUnpublishedChanges: 'Delete this draft? What is on the website stays.',
      loadingEntry: 'Opening…',
      confirmLoadBackup: 'This device kept some writing that was not saved. Use it?',
    },
    editorToolbar: {
      publishing: 'Showing…',
      publish: 'Show it',
      published: 'On the website',
      unpublish: 'Take it down',
      duplicate: 'Copy it to a new one',
      unpublishing: 'Taking it down…',
      publishAndCreateNew: 'Show it, then write a new one',
      publishAndDuplicate: 'Show it, then copy it',
      deleteUnpublishedChanges: 'Delete this draft',
      deleteUnpublishedEntry: 'Delete this draft',
      deletePublishedEntry: words.deleteThis,
      deleteEntry: 'Delete this',
      statusInfoTooltipDraft: 'This is a draft. When it is finished, choose “Being checked”.',
      statusInfoTooltipInReview: 'Somebody is checking this. You can still change it.',
      updating: 'Changing…',
      status: '%{status}',
      backCollection: ' In: %{collectionLabel}',
      unsavedChanges: 'Not saved yet',
      changesSaved: 'Saved',
      draft: 'Draft',
      inReview: 'Being checked',
      ready: 'Ready to show',
      publishNow: 'Show it now',
      deployPreviewPendingButtonLabel: 'See it',
      deployPreviewButtonLabel: 'See it',
      deployButtonLabel: 'See it on the website',
    },
    editorWidgets: {
      markdown: {
        addComponent: 'Put something in',
        richText: 'Writing',
        markdown: 'Plain text',
        linkPrompt: 'Web address of the link',
        code: 'Fixed letters',
      },
      unknownControl: { noControl: 'This field cannot be shown.' },
      unknownPreview: { noPreview: 'This field cannot be shown.' },
      datetime: { now: 'Today', clear: 'Empty', setToNow: 'Set %{fieldLabel} to today' },
    },
  },
  mediaLibrary: {
    mediaLibraryModal: {
      noAssetsFound: 'No files yet.',
      mediaAssets: 'Files',
    },
  },
  ui: {
    default: { goBackToSite: 'To the website' },
    errorBoundary: {
      title: 'Something went wrong',
      details: 'This page could not be shown. Load it again. If it happens again, ',
      reportIt: 'tell the person who runs this archive.',
      privacyWarning: 'Do not send them the words of a story.',
      recoveredEntry: {
        heading: 'What you wrote',
        warning: 'Copy this and keep it before you leave this page.',
      },
    },
    settingsDropdown: { logOut: 'Sign out', account: 'Your account' },
    toast: {
      onFailToLoadEntries: 'This could not be opened. %{details}',
      onFailToLoadDeployPreview: 'This could not be shown. %{details}',
      onFailToPersist: `This was not saved. %{details} ${TRY}`,
      onFailToDelete: `This was not deleted. %{details} ${TRY}`,
      onFailToUpdateStatus: `This was not changed. %{details} ${TRY}`,
      missingRequiredField: 'Something is still missing. Look for the red words, then save.',
      entrySaved: 'Saved',
      entryPublished: 'It will be on the website in a few minutes',
      entryUnpublished: 'It is down',
      onFailToPublishEntry: `This is not shown. %{details} ${TRY}`,
      onFailToUnpublishEntry: 'This was not taken down. %{details}',
      entryUpdated: 'Changed',
      onDeleteUnpublishedChanges: 'The draft is deleted',
      onLoggedOut: 'You are signed out. Copy what you have not saved, then sign in again.',
      onBackendDown: 'The archive cannot be reached just now. Try again soon.',
    },
  },
  workflow: {
    workflow: {
      loading: 'Fetching what is in progress',
      workflowHeading: 'In progress',
      newPost: 'New',
      description:
        '%{smart_count} waiting to be checked, %{readyCount} ready to show. |||| %{smart_count} waiting to be checked, %{readyCount} ready to show.',
    },
    workflowCard: {
      deleteChanges: 'Delete this draft',
      deleteNewEntry: 'Delete this draft',
      publishChanges: 'Show the changes',
      publishNewEntry: 'Show it',
    },
    workflowList: {
      onDeleteEntry: 'Delete this draft?',
      onPublishingNotReadyEntry: 'First move it to “Ready to show”.',
      onPublishEntry: SURE_SHOW,
      draftHeader: 'Drafts',
      inReviewHeader: 'Being checked',
      readyHeader: 'Ready to show',
      currentEntries: '%{smart_count} piece |||| %{smart_count} pieces',
    },
  },
};
