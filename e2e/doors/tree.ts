import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const APP = path.resolve(import.meta.dirname, '../../src/app');

function sources(pattern: string): string[] {
  return globSync(pattern, { cwd: APP }).sort();
}

/** Every page and every route of the portal by its address; the groups in brackets are in no address. */
export function routesOfTree(files = '**/{page.tsx,route.ts,route.tsx}'): string[] {
  return sources(files).map((file) => `/${path.dirname(file).split(path.sep).filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`);
}

/** Every page of the portal by its address. */
export function pagesOfTree(): string[] {
  return routesOfTree('**/page.tsx');
}

/** Every server action as `folder/file#name`, groups in brackets left out. */
export function actionsOfTree(): string[] {
  return sources('**/*.{ts,tsx}').flatMap((file) => {
    const text = readFileSync(path.join(APP, file), 'utf8');
    if (!/^\s*['"]use server['"]/m.test(text)) return [];
    return [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => `${actionFile(file)}#${name}`);
  });
}

/** How a file of actions is named in the table. */
export function actionFile(fileInApp: string): string {
  return fileInApp.replace(/\.tsx?$/, '').split(path.sep).filter((part) => !part.startsWith('(')).join('/');
}
