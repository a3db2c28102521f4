// Chapter 5 computes a signature and a pin by hand: the same with Node's own crypto, on the ConfigMap that the chapter shows.
import { createHash, createHmac, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { learn } from './content-chapters.ts';

const read = (file: string): string => readFileSync(`${learn}05-inside-cluster-info/${file}`, 'utf8');
const { data } = load(read('cluster-info.yaml')) as { readonly data: Readonly<Record<string, string>> };
const kubeconfig = data['kubeconfig'] ?? '';
const [header = '', content, signature] = (data['jws-kubeconfig-abcdef'] ?? '').split('.');

const signed = (text: string): string => `${header}.${Buffer.from(text).toString('base64url')}`;
const sign = (text: string): string =>
  createHmac('sha256', '0123456789abcdef').update(signed(text)).digest('base64url');

it('prints the signatures that it says it computed', () => {
  expect(content).toBe('');
  expect(Buffer.from(header, 'base64url').toString()).toBe('{"alg":"HS256","kid":"abcdef"}');
  expect(sign(kubeconfig)).toBe(signature);
  const printed = read('make-signature.txt').split('\n');
  expect(printed).toContain(signature);
  expect(printed).toContain(sign(kubeconfig.replace('6443', '6444')));
});

it('prints the pin, and draws the certificate byte by byte', () => {
  const pem = /certificate-authority-data: (\S+)/.exec(kubeconfig)?.[1] ?? '';
  const certificate = new X509Certificate(Buffer.from(pem, 'base64'));
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
  const start = certificate.raw.indexOf(key);
  const hash = createHash('sha256').update(key).digest('hex');
  expect(read('make-pin.txt')).toContain(hash);
  const figure = read('certificate-bytes.astro');
  expect(figure).toContain(`key: ${start}, extensions: ${start + key.length}`);
  expect(figure).toContain(`end: ${certificate.raw.length}`);
  expect(figure).toContain(hash);
});

it('counts rightly', () => {
  const text = read('en.mdx') + read('jws-parts.astro');
  expect(text).toContain(`${kubeconfig.length} bytes`);
  expect(text).toContain(`${signed(kubeconfig).length} characters`);
  expect(text).toContain(`${data['jws-kubeconfig-abcdef']?.length} characters`);
  expect(Buffer.from(signature ?? '', 'base64url').length).toBe(32);
});
