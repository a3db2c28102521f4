// What the J numbers of the recorded joins had in hand, as set-ups of the lab's join.
import { fileJoin, goodToken, tokenJoin, type JoinSetup } from '../../src/core/simulator/lab/join-setups.ts';

const unsigned = (id: string): JoinSetup['token'] => ({ ...goodToken, id, isSigned: false });
const noCredential = { ...goodToken, authenticates: false };
const bareFile: JoinSetup = { ...tokenJoin, discovery: 'file' };
const https = (setup: JoinSetup): JoinSetup => ({ ...setup, discovery: 'https' });

export const recordedJoins: Readonly<Record<string, JoinSetup>> = {
  J1: tokenJoin,
  J2: { ...tokenJoin, pin: 'skipped' },
  J3: bareFile,
  J3b: fileJoin,
  J4: { ...bareFile, fileCredentials: 'client-certificate' },
  J4b: { ...fileJoin, fileCredentials: 'client-certificate' },
  J5: { ...bareFile, fileCredentials: 'bootstrap-token' },
  J5b: { ...bareFile, fileCredentials: 'unknown-bootstrap-token' },
  J6: { ...tokenJoin, pin: 'wrong' },
  J7: { ...tokenJoin, token: unsigned('zzzzzz') },
  J8: { ...tokenJoin, token: { ...goodToken, verifies: false } },
  J9: { ...tokenJoin, token: unsigned('expire') },
  J9b: { ...tokenJoin, token: noCredential },
  J10: { ...tokenJoin, endpoint: 'nothing' },
  J11: { ...tokenJoin, token: unsigned('nosign') },
  J11b: { ...tokenJoin, token: unsigned('unsign') },
  J11c: { ...tokenJoin, token: noCredential },
  J12a: { ...tokenJoin, endpoint: 'other-server' },
  J12b: { ...fileJoin, endpoint: 'other-ca' },
  J12c: { ...tokenJoin, endpoint: 'plain-http' },
  J12d: { ...fileJoin, fileFault: 'no-user' },
  J13a: { ...https(fileJoin), fileFault: 'untrusted-https' },
  J13b: https(fileJoin),
  J13c: https({ ...bareFile, fileCredentials: 'bootstrap-token' }),
  J14: { ...tokenJoin, tlsBootstrapToken: noCredential },
  J14b: { ...tokenJoin, tlsBootstrapToken: noCredential },
  J14c: { ...tokenJoin, tlsBootstrapToken: noCredential },
};
