/** What stands above a story or an exhibition that is looked at before it is published. */
export const preview = {
  preview: {
    publishedTitle: 'Preview: as it is published',
    bandTitle: 'Preview: not published',
    onlyYou: 'Only you can see this page, because you are signed in.',
    notOnSite: 'It is not on the website.',
    asIf: 'The website would show this if it was checked and approved as it is now.',
    version: {
      saved: 'You see it as it was saved on {day} at {time}.',
      typed: 'You see it as it is in the form now. It is not saved yet.',
      published: 'Nothing was changed since it was published.',
    },
    from: 'It may be shown from {day}, so you see it as on that day.',
    all: 'Nothing in it is kept back.',
    some: 'This would not be shown',
    changed: 'Of these only the changed copy is shown:',
    nothingTitle: 'Nothing of this would be shown',
    nothing:
      'The website would show nothing of it, even if it was checked and approved as it is now. This is why:',
    notReadTitle: 'This cannot be shown yet',
    notRead: 'Something in it has to be put right first:',
    allOfIt: 'All of it',
    overTitle: 'This preview is not here',
    over: 'It may be over. Open it again from the form.',
  },
} as const;
