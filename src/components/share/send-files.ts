import { fill } from '#i18n/text.ts';
import { filesOnPhone, forgetOnPhone, keepOnPhone, type PhoneFile } from './phone-files.ts';

/**
 * Sends files piece by piece, so that a line that breaks costs only the piece it broke in, and keeps them on
 * the phone until they are sent. The form is whole without it: then a browser sends them in one go.
 */
const form = document.querySelector<HTMLFormElement>('form[data-form]');
if (form) begin(form);

function begin(form: HTMLFormElement): void {
  const { form: id = '', step = '' } = form.dataset;
  form.addEventListener('submit', (event) => {
    const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
    const files = inputs.flatMap((input) => [...(input.files ?? [])]);
    if (files.length === 0) return;
    event.preventDefault();
    const act = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'add';
    for (const input of inputs) input.value = '';
    void Promise.all(files.map((file) => keepOnPhone({ form: id, step, file }))).then((kept) =>
      send(form, kept, act),
    );
  });
  void goOn(form, id, step);
}

/** What was not sent to its end the last time goes on; what the archive has by now, or what is of another form, goes. */
async function goOn(form: HTMLFormElement, id: string, step: string): Promise<void> {
  const left: PhoneFile[] = [];
  for (const kept of await filesOnPhone()) {
    if (kept.form !== id || (kept.isSent && (await isOver(kept)))) await forgetOnPhone(kept);
    else if (kept.step === step) left.push(kept);
  }
  if (left.length > 0) await send(form, left, 'add');
}

async function isOver({ url }: PhoneFile): Promise<boolean> {
  const asked = { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } };
  const answer = await fetch(url ?? '', asked).catch(() => undefined);
  return answer?.status === 404;
}

async function send(form: HTMLFormElement, all: readonly PhoneFile[], act: string): Promise<void> {
  const { sending = '', waiting = '', stopped = '' } = form.dataset;
  const told = form.querySelector('[role=status]');
  const bar = form.querySelector('progress');
  const tell = (words: string) => {
    if (told && told.textContent !== words) told.textContent = words;
  };
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  if (bar) bar.hidden = false;
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  const total = all.reduce((sum, { file }) => sum + file.size, 0) || 1;
  let before = 0;
  const urls: string[] = [];
  try {
    for (const kept of all) {
      urls.push(
        await sendOne(kept, {
          progress: (bytes) => {
            const part = (before + bytes) / total;
            if (bar) bar.value = part;
            // Read out ten times, and not at each piece.
            tell(fill(sending, { percent: percent.format(Math.floor(part * 10) / 10) }));
          },
          waits: () => tell(waiting),
        }),
      );
      before += kept.file.size;
    }
  } catch {
    tell(stopped);
    for (const button of form.querySelectorAll('button')) button.disabled = false;
    return;
  }
  hand(form, { upload: urls.map((url) => url.replace(/.*\//, '')).join(' '), act });
}

/** The piece before this one is still being written, or too much comes at once: it is asked again. */
const BUSY: readonly number[] = [409, 423, 429];

/** A line may die without a word, milliseconds: what says nothing for so long is left, and the rest sent anew. */
const LONGEST_SILENCE = 120_000;

interface Told {
  readonly progress: (bytes: number) => void;
  readonly waits: () => void;
}

/** Until all of it is there, however often the line breaks; answers with where it lies. */
async function sendOne(kept: PhoneFile, { progress, waits }: Told): Promise<string> {
  const { Upload } = await import('tus-js-client');
  let now = kept;
  return new Promise((done, fail) => {
    let silence: number | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = window.setTimeout(() => {
        waits();
        start();
      }, LONGEST_SILENCE);
    };
    const start = () => {
      heard();
      void upload.abort().then(() => upload.start());
    };
    const upload = new Upload(kept.file, {
      endpoint: '/share/uploads',
      uploadUrl: kept.url ?? null,
      overridePatchMethod: true,
      storeFingerprintForResuming: false,
      retryDelays: [500, 1000, 2000, 4000, 8000],
      onUploadUrlAvailable: () => {
        void keepOnPhone({ ...now, url: upload.url }).then((next) => (now = next));
      },
      onProgress: (bytes) => {
        heard();
        progress(bytes);
      },
      onSuccess: () => {
        clearTimeout(silence);
        const url = upload.url ?? '';
        void keepOnPhone({ ...now, url, isSent: true }).then(() => done(url));
      },
      onError: (error) => {
        const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : 0;
        clearTimeout(silence);
        if (status && status >= 400 && status < 500 && !BUSY.includes(status)) return fail(error);
        waits();
        const again = () => {
          clearTimeout(timer);
          start();
        };
        const timer = setTimeout(again, 10_000);
        addEventListener('online', again, { once: true });
      },
    });
    start();
  });
}

/** The form goes on as it does without a script: the server takes what came, and answers with a page. */
function hand(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    form.append(field);
  }
  form.submit();
}
