/**
 * What no command of ours can reach after a purge, and who can (docs/consent.md, W6, W7, W9, W10, W14,
 * W15, W16). To be ticked off by a person.
 */
export function beyondPurge(): readonly string[] {
  return [
    'What this cannot reach, and has to be asked for or done by hand:',
    '  [ ] Forks of the repository: delete them, and switch forking off.',
    '  [ ] Pull or merge requests and their hidden refs, and cached pages of old commits: write to the support of the host.',
    '  [ ] Large files kept apart (LFS), releases and packages at the host: delete them there.',
    '  [ ] Artifacts, caches and logs of the machines that build: delete them.',
    '  [ ] Old deploys and previews at the web host: delete each one.',
    '  [ ] The CDN: purge the addresses of the piece, or wait until its copies have run out.',
    '  [ ] Search engines: ask for removal (Google Removals, Bing). Do not shut them out in robots.txt.',
    '  [ ] Web archives (Internet Archive, archive.today): write to them with the exact addresses.',
    '  [ ] Clones on other machines, phones, shared drives and browsers that edited: delete them.',
    '  [ ] Backups: they run out after 90 days at most. Tell the person the day when the last one does.',
  ];
}
