// widgets/audit-sequences-view: every sequence leads to a page that is there, in both languages.
import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sequenceTexts } from '../../src/core/logs/index.ts';
import { sequencePages } from '../../src/widgets/audit-sequences-view.ts';

it('leads to a chapter or a runbook', () => {
  const content = new URL('../../content/', import.meta.url).pathname;
  expect(Object.keys(sequencePages).sort()).toEqual(Object.keys(sequenceTexts).sort());
  for (const page of Object.values(sequencePages)) {
    const [kind = '', name = ''] = page.split('/');
    const folder = readdirSync(content + kind).find((one) => one.replace(/^\d+-/, '') === name);
    expect(folder, page).toBeDefined();
    for (const language of ['en', 'ja']) expect(existsSync(`${content}${kind}/${folder}/${language}.mdx`)).toBe(true);
  }
});
