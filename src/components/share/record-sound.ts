/**
 * Records in the browser, where it can: start, stop, listen, and once more. What was recorded stands in the
 * form as a file that was chosen, and is sent as one.
 */
const box = document.querySelector<HTMLElement>('[data-recorder]');
const field = document.querySelector<HTMLInputElement>('#make');
if (box && field && 'MediaRecorder' in window && 'mediaDevices' in navigator) begin(box, field);

function begin(box: HTMLElement, field: HTMLInputElement): void {
  const [start, stop] = box.querySelectorAll('button');
  const told = box.querySelector('[role=status]');
  const heard = box.querySelector('audio');
  if (!start || !stop || !told || !heard) return;
  box.hidden = false;
  field.closest('p')?.setAttribute('hidden', '');
  const { runs = '', refused = '', done = '' } = box.dataset;
  let recorder: MediaRecorder | undefined;
  start.addEventListener('click', () => void record().catch(() => (told.textContent = refused)));
  stop.addEventListener('click', () => recorder?.stop());

  async function record(): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces: Blob[] = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      take(new File(pieces, 'recording', { type: recorder?.mimeType ?? '' }));
    });
    recorder.start(1000);
    show(true, runs);
    stop?.focus();
  }

  function take(file: File): void {
    const files = new DataTransfer();
    files.items.add(file);
    if (field) field.files = files.files;
    if (heard) {
      URL.revokeObjectURL(heard.src);
      heard.src = URL.createObjectURL(file);
      heard.hidden = false;
    }
    show(false, done);
    start?.focus();
  }

  function show(isRunning: boolean, words: string): void {
    if (start) start.hidden = isRunning;
    if (stop) stop.hidden = !isRunning;
    if (told) told.textContent = words;
  }
}
