// site/*: what happens to addresses and to the languages of a script at build time.
import { describe, expect, it } from 'vitest';
import { build } from 'vite';
import { keepLanguage } from '../src/site/one-language.ts';
import { mapAddresses, mapStyleAddresses, relativeUrl } from '../src/site/relative-urls.ts';

describe('addresses', () => {
  it.each([
    ['/ja/learn/#top', 'learn/01/index.html', '../../ja/learn/index.html#top'],
    ['/', 'index.html', 'index.html'],
    ['/', 'ja/index.html', '../index.html'],
    ['/favicon.svg', 'ja/explain/index.html', '../../favicon.svg'],
    ['/explain/?a=1#v1.x', 'index.html', 'explain/index.html?a=1#v1.x'],
  ])('%s seen from %s is %s', (address, page, relative) => {
    expect(relativeUrl(address, page)).toBe(relative);
  });

  it('are changed in attributes only, and only inside the site', () => {
    const markup = `<a title="x > y" href="/a/">/b/</a><a href="//other/">o</a><a href="https://x/">x</a><img src='/c'><textarea>&lt;a href="/d/"></textarea>`;
    expect(mapAddresses(markup, (address) => `[${address}]`)).toBe(markup.replace('"/a/"', '"[/a/]"'));
  });

  it('are changed in style sheets', () => {
    expect(mapStyleAddresses('a{b:url(/x.svg) url("/y.svg") url(z.svg)}', (address) => `..${address}`)).toBe(
      'a{b:url(../x.svg) url("../y.svg") url(z.svg)}',
    );
  });
});

it('a script keeps one language, and no examples', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [keepLanguage('ja')],
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('../src/widgets/engine.ts', import.meta.url).pathname, formats: ['es'] },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  const code = chunk && 'code' in chunk ? chunk.code : '';
  expect(code).toContain('匿名リクエスト');
  expect(code).toContain('検出事項');
  expect(code).not.toContain('Anonymous requests are off');
  expect(code).not.toContain('Nothing to explain yet.');
  expect(code).not.toContain('as hardening guides write it');
});
