import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { missingRows } from './missing-rows.ts';

// Says which members of the installed SDK have no row in the catalogue; ends with 1 where there are any. A scheduled
// workflow runs it against the newest SDK, since AWS adds pool settings several times a year.
const missing = missingRows(sdk);
for (const { call, members } of missing)
  console.error(`${call}: no row in src/pool/catalogue for ${members.join(', ')}`);
if (missing.length === 0) console.log('The catalogue has a row for every member of the installed SDK.');
process.exitCode = missing.length === 0 ? 0 : 1;
