// kubernetes/kubeadm-migrate against other people's files and the table of all fields; both lie beside the project, if at all.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { locales, migrate, tellMigration } from '../../src/core/index.ts';
import { alwaysWritten, defaults } from '../../src/core/kubernetes/kubeadm-migrate/field-tables.ts';
import { readGoYaml } from '../../src/core/source/go-yaml.ts';
import { splitDocuments } from '../../src/core/source/yaml-documents.ts';

const shared = new URL('../../../shared/', import.meta.url).pathname;
const samples = globSync(`${shared}{samples/kubeadm/configs,evidence}/**/*.{yaml,yml,conf}`);

it.skipIf(samples.length === 0)('reads other people’s files: never throws, and what it writes is v1beta4', () => {
  const counts = { written: 0, refused: 0, nothing: 0 };
  for (const sample of samples) {
    const migration = migrate(readFileSync(sample, 'utf8'));
    counts[!migration ? 'nothing' : migration.refused ? 'refused' : 'written'] += 1;
    if (!migration) continue;
    for (const locale of locales) expect(JSON.stringify(tellMigration(migration, locale))).not.toContain('undefined');
    if (migration.refused) continue;
    for (const document of splitDocuments({ text: migration.text, offset: 0 })) {
      const { value, error } = readGoYaml(document.text);
      expect(error).toBeUndefined();
      expect(value).toMatchObject({ apiVersion: 'kubeadm.k8s.io/v1beta4' });
    }
  }
  process.stdout.write(`migrate: ${samples.length} files, ${JSON.stringify(counts)}\n`);
  expect(counts.written).toBeGreaterThan(20);
});

const schemaFile = `${shared}facts/kubeadm-schema.json`;

interface Field {
  readonly optional: boolean;
  readonly default?: unknown;
  readonly since?: string;
  readonly type: string;
  readonly jsonName: string;
}

type Structs = Readonly<Record<string, { readonly fields?: Readonly<Record<string, Field>> }>>;

/** Fields of v1beta4 since its beginning, `Struct.field` first. */
function fieldsOfSchema(): readonly (readonly [struct: string, field: Field])[] {
  const { apiVersions } = JSON.parse(readFileSync(schemaFile, 'utf8')) as {
    apiVersions: Readonly<Record<string, { readonly kinds: Structs; readonly types: Structs }>>;
  };
  const structs = { ...apiVersions['v1beta4']?.kinds, ...apiVersions['v1beta4']?.types };
  return Object.entries(structs)
    .filter(([name]) => !/^Upgrade|Selector$/.test(name))
    .flatMap(([name, struct]) => Object.values(struct.fields ?? struct).map((field) => [name, field as Field] as const))
    .filter(([, { jsonName, since }]) => jsonName !== undefined && !since && !/^(apiVersion|kind)$/.test(jsonName));
}

const noDefault: readonly unknown[] = [undefined, '', false, 'stable-1'];

it.skipIf(!existsSync(schemaFile))('agrees with the table of all fields on what is always written', () => {
  const needed = fieldsOfSchema().filter(([, { optional, type }]) => !optional && type !== 'object');
  const missing = needed.filter(([struct, { jsonName }]) => !alwaysWritten[struct]?.includes(jsonName));
  // A token that is absent is chosen at random: left out.
  expect(missing.map(([struct, { jsonName }]) => `${struct}.${jsonName}`)).toEqual(['BootstrapToken.token']);
});

it.skipIf(!existsSync(schemaFile))('agrees with the table of all fields on defaults', () => {
  const given = fieldsOfSchema().filter(([, field]) => !noDefault.includes(field.default));
  expect(given.length).toBeGreaterThan(20);
  const ours = given.map(([struct, { jsonName }]) => [`${struct}.${jsonName}`, defaults[struct]?.[jsonName]]);
  expect(ours).toEqual(given.map(([struct, field]) => [`${struct}.${field.jsonName}`, field.default]));
});
