// What can be taken away, below /evidence/: each file of the runs beside the page that shows it, the checksums, the zip.

import type { APIRoute } from 'astro';
import { downloads } from '../../site/evidence-zip.ts';

export const getStaticPaths = () => [...downloads.keys()].map((file) => ({ params: { file } }));

const typeOf = (file: string): string => (file.endsWith('.zip') ? 'application/zip' : 'text/plain; charset=utf-8');

export const GET: APIRoute = ({ params: { file = '' } }) =>
  new Response(downloads.get(file) ?? null, { headers: { 'content-type': typeOf(file) } });
