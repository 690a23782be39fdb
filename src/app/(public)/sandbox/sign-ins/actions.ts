'use server';

import { notFound, redirect } from 'next/navigation';
import { signIn, signOut } from '@/server/auth/sign-in';
import { listSandboxSignIns } from '@/server/sandbox/list-sign-ins';

function textOf(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === 'string' ? value : '';
}

/** Signs in as one of the sandbox's people, by e-mail and password like anybody; whoever was signed in is signed out. */
export async function signInAsAction(formData: FormData): Promise<void> {
  if ((await listSandboxSignIns()) === null) notFound();
  await signOut();
  const result = await signIn(textOf(formData, 'email'), textOf(formData, 'password'));
  if (result.outcome === 'signed_in') redirect('/sign-in');
  redirect(result.outcome === 'wait' ? `/sandbox/sign-ins?wait=${result.minutes}` : '/sandbox/sign-ins?refused=1');
}
