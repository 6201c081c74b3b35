import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/deadlines.md';
const BLOCK = /<!-- example:([\w-]+) -->\n([\s\S]*?)<!-- \/example -->/g;

/** What stands between the markers of the page, by name, in order. */
export const blocksOfPage = (): readonly (readonly [string, string])[] =>
  [...readFileSync(PAGE, 'utf8').matchAll(BLOCK)].map(
    ([, name = '', text = '']) => [name, text.trim()] as const,
  );

/** Writes the blocks into the page, between the markers that are there. */
export function rewritePage(blocks: Readonly<Record<string, string>>): void {
  const page = readFileSync(PAGE, 'utf8').replace(BLOCK, (old, name: string) =>
    blocks[name] === undefined
      ? old
      : `<!-- example:${name} -->\n\n${blocks[name]}\n\n<!-- /example -->`,
  );
  writeFileSync(PAGE, page);
}

/** Files of this project to which a page links, seen from its folder. */
export const linksOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
