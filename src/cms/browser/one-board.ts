/**
 * There is one board at the desk, which says what is missing and which a keyboard can work: from Decap's own,
 * which does neither, everybody is led there.
 */
export function leadToBoard(): void {
  const go = (): void => {
    if (window.location.hash === '#/workflow') window.location.replace('/desk/board/');
  };
  go();
  window.addEventListener('hashchange', go);
}
