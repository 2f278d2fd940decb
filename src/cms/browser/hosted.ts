import { recordToSave } from './record-to-save.ts';

/** The editor over a repository elsewhere: Decap as it is, and what is empty is left out of a record. */
const { CMS } = window;
const config = (await (await fetch('/admin/config.json')).json()) as object;

CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const data = entry.get('data') as ReturnType<typeof entry.clear>;
    return data.clear().merge(recordToSave(entry));
  },
});
CMS.init({ config });
