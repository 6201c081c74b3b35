import { join } from 'node:path';
import { caseTypeFacts } from '../../domain/explain/case-type-facts.ts';
import { caseTypePage } from '../../domain/explain/case-type-page.ts';
import { explain } from '../../domain/explain/explain.ts';
import { permissionsCsv } from '../../domain/explain/permissions.ts';
import { CASE_TYPES } from '../../domain/registry.ts';
import { answerText } from './answer-text.ts';
import { type Names, readArguments } from './arguments.ts';
import { find } from './find.ts';
import { HELP } from './help.ts';
import { listed, listText } from './list-text.ts';

/** A file that a run leaves behind; the path is as it was given, with the file's name. */
export interface WrittenFile {
  readonly path: string;
  /** A page takes a second or two to be made. */
  readonly text: () => string;
}

/** What a run of the tool leaves: what it says, on either stream, its exit code, and files to write. */
export interface Said {
  readonly out: string;
  readonly err: string;
  readonly code: 0 | 2;
  readonly files: readonly WrittenFile[];
}

const said = (out: string, files: readonly WrittenFile[] = []): Said => ({
  out,
  err: '',
  code: 0,
  files,
});

const refused = (lines: readonly string[]): Said => ({
  out: '',
  err: `${lines.join('\n')}\n`,
  code: 2,
  files: [],
});

/** The whole tool but for its streams and the disk: nothing is read but the arguments. */
export function runExplain(args: readonly string[]): Said {
  const asked = readArguments(args);
  switch (asked.does) {
    case 'refuse':
      return refused(asked.lines);
    case 'help':
      return said(HELP);
    case 'list':
      return said(asked.json ? line({ types: CASE_TYPES.map(listed) }) : listText(CASE_TYPES));
    case 'docs': {
      const files = docsIn(asked.folder);
      return said(files.map(({ path }) => `${path}\n`).join(''), files);
    }
    case 'answer':
      return answered(asked.names, asked.json);
  }
}

function answered(names: Names, json: boolean): Said {
  const found = find(CASE_TYPES, names);
  if ('lines' in found) {
    return refused([...found.lines, '全部类型、环节、角色见 npm run -s explain -- --list']);
  }
  const answer = explain(caseTypeFacts(found.type), found.state, found.role);
  return said(json ? line(answer) : answerText(answer));
}

/** A page for every released version of every case type, and one table of permissions of all. */
function docsIn(folder: string): readonly WrittenFile[] {
  const pages = CASE_TYPES.map((type) => ({
    path: join(folder, `${type.id}.v${type.version}.md`),
    text: () => caseTypePage(caseTypeFacts(type)),
  }));
  const permissions = () => permissionsCsv(CASE_TYPES);
  return [...pages, { path: join(folder, 'permissions.csv'), text: permissions }];
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
