import { FILES_FRAME, UPLOAD_PATH, type FormFiles, type UploadAnswer } from './files-frame';

export type Sent = { answer: UploadAnswer } | { error: string };

export const LOST = 'The connection broke off.';

/** The fields by which the server knows for which form of whose page a file is. */
export function frameOf({ place, uploadKey }: FormFiles): FormData {
  const form = new FormData();
  form.set(FILES_FRAME.place, place);
  form.set(FILES_FRAME.key, uploadKey);
  return form;
}

function readAnswer(request: XMLHttpRequest): Sent {
  try {
    const body = JSON.parse(request.responseText) as UploadAnswer | { error: string };
    return 'error' in body ? body : { answer: body };
  } catch {
    return { error: request.status === 413 ? 'It is too large.' : LOST };
  }
}

/** Sends a form with a file and tells how far it has come, which of a browser's interfaces only this one does. */
export function sendUpload(form: FormData, onPercent: (percent: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', UPLOAD_PATH);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', (e) => {
      if (e.lengthComputable) onPercent(Math.floor((e.loaded / e.total) * 100));
    });
    request.addEventListener('load', () => resolve(readAnswer(request)));
    request.addEventListener('error', () => resolve({ error: LOST }));
    request.addEventListener('abort', () => resolve({ error: LOST }));
    request.send(form);
  });
}
