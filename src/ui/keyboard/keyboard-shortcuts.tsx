'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { AppLink } from '@/ui/app-link';
import { ShortcutList } from './shortcut-list';
import { doShortcut } from './shortcut-acts';
import { shortcutOf } from './shortcuts';
import { ANSWER_HASH, goToAnswer, rememberList } from './ticket-rows';

function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select') !== null);
}

/** The keys of staff, off for whoever has turned them off. What a key could not do is said, also to who hears the page. */
export function KeyboardShortcuts() {
  const [said, setSaid] = useState('');
  const help = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const pathname = usePathname();
  useEffect(() => {
    // From a list the key leads here; the answer, or the decision, is on this page alone.
    if (location.hash === ANSWER_HASH) goToAnswer();
  }, [pathname]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = shortcutOf(event, isTyping(event.target));
      if (act === null) return;
      event.preventDefault();
      setSaid(doShortcut(act, { pathname, go: (href) => router.push(href), showHelp: () => help.current?.showModal() }));
    };
    document.addEventListener('keydown', onKey);
    // A list that is left by its own link is remembered, too.
    document.addEventListener('click', rememberList);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', rememberList);
    };
  }, [router, pathname]);
  return (
    <>
      <p role="status" className={said === '' ? 'sr-only' : 'fixed bottom-4 left-1/2 -translate-x-1/2 z-40 bg-navy text-white rounded-field px-4 py-2 print:hidden'}>
        {said}
      </p>
      <dialog ref={help} aria-labelledby="keyboard-help" className="m-auto max-w-[34rem] w-[calc(100vw-2rem)] border border-line-strong rounded-panel bg-white text-ink shadow-float p-6 backdrop:bg-navy/50">
        <h2 id="keyboard-help">Keyboard shortcuts</h2>
        <ShortcutList className="mt-4" />
        <p className="mt-4 text-ink-soft">In a field, keys write letters.</p>
        <form method="dialog" className="flex flex-wrap items-center gap-x-6 gap-y-2 mt-5">
          <button type="submit" className="inline-flex items-center min-h-11 px-[1.125rem] border-2 border-action rounded-field bg-action text-white font-bold">
            Close
          </button>
          <AppLink href="/keyboard" onClick={() => help.current?.close()}>
            Turn the shortcuts off
          </AppLink>
        </form>
      </dialog>
    </>
  );
}
