/**
 * What a git server runs before it takes a push (`hooks/pre-receive`): after a purge, an old clone
 * still holds what was taken out, and one merge from it would bring all of it back (docs/consent.md, W14,
 * A28). Beside it, in `hooks/purged/`, stand the names of the old commits and the paths that are gone.
 */
export const PURGE_HOOK = `#!/bin/sh
# Refuses a push that would bring back what was taken out of the history.
purged="$(cd "$(dirname "$0")" && pwd)/purged"

refuse() {
  echo "This copy is from before something was taken out of the history, so nothing was taken." >&2
  echo "Make a new clone, and copy your own changes into it as files. Do not merge the old one." >&2
  exit 1
}

while read -r old new ref; do
  case "$new" in *[!0]*) ;; *) continue ;; esac
  if printf '%s/\\n' "$ref" | grep -q -F -f "$purged/paths"; then refuse; fi
  case "$(git cat-file -t "$new")" in commit | tag) ;; blob | tree) continue ;; *) refuse ;; esac
  commits="$(git rev-list "$new" --not --all)" || refuse
  if printf '%s\\n' "$commits" | grep -q -x -F -f "$purged/commits"; then refuse; fi
  if git -c core.quotePath=false log --format= --name-only -m --no-renames --root "$new" --not --all |
    grep -q -F -f "$purged/paths"; then
    refuse
  fi
done
`;
