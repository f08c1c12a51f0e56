import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly file: string;
  readonly from: string;
  /** The file imported, where it is ours. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = globSync('src/**/*.ts').map(normalize);

const statement = /(?:import|export)\s+(type\s+)?(?:[\w*{}\s,]+?\s+from\s+)?'([^']+)'|import\('([^']+)'\)/g;

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(statement)].map(([, type, fixed, lazy]) => {
    const from = fixed ?? lazy ?? '';
    const target = from.startsWith('.') ? normalize(join(dirname(file), from)) : '';
    return { file, from, target, typeOnly: type !== undefined };
  }),
);

/** The room of a file; files beside the rooms are rooms of their own. */
const roomOf = (file: string): string => file.split('/')[1] ?? file;

interface Arrows {
  readonly may: readonly string[];
  /** Rooms whose types alone may be imported. */
  readonly types?: readonly string[];
  readonly because: string;
}

/** Which rooms may import which. An outcome names its causes, so remediation/ knows the types of change/. */
const rooms: { readonly [room: string]: Arrows } = {
  pool: { may: [], because: 'pool/ describes the world and must not know why we look at it' },
  change: { may: ['pool'], because: 'a change names a pool; it does not judge it' },
  policy: { may: ['pool'], because: 'evaluate is pure: pass the snapshot in' },
  declared: {
    may: ['pool', 'policy'],
    because: 'a file is held against the same rules as a pool; reading it asks nobody',
  },
  remediation: {
    may: ['pool', 'policy'],
    types: ['change'],
    because: 'a plan is made from findings, not from events',
  },
  history: {
    may: ['pool', 'change', 'policy', 'remediation'],
    because: 'what the past means is pure: pass in what is remembered',
  },
  ledger: {
    may: [],
    types: ['pool', 'change', 'policy', 'remediation', 'history', 'sweep'],
    because: 'memory does not decide',
  },
  notify: {
    may: ['pool', 'change'],
    types: ['policy', 'remediation', 'sweep', 'ledger'],
    because: 'a notice reads outcomes; it never fetches',
  },
  telling: {
    may: ['pool', 'change', 'notify'],
    types: ['remediation', 'ledger', 'sweep'],
    because: 'telling decides who hears of a notice and when; what it says is notify’s',
  },
  sweep: {
    may: ['pool', 'change', 'policy'],
    types: ['remediation', 'ledger', 'history'],
    because: 'a sweep asks for looks and tells what they left; it takes none itself',
  },
  'world.ts': {
    may: [],
    types: ['pool', 'policy', 'remediation', 'ledger'],
    because: 'the world is a list of what is needed',
  },
  'enforce.ts': {
    may: ['change', 'pool', 'remediation', 'history', 'look'],
    types: ['world.ts'],
    because: 'the sentence knows the rooms, not the doors',
  },
  look: {
    may: ['pool', 'change', 'policy', 'remediation', 'history', 'ledger'],
    types: ['world.ts'],
    because: 'one look from claim to release: what it is for is the sentence’s',
  },
  'config.ts': {
    may: ['pool', 'telling'],
    types: ['remediation', 'sweep', 'world.ts'],
    because: 'settings come from the environment alone',
  },
  handlers: {
    may: [
      'pool',
      'change',
      'policy',
      'remediation',
      'ledger',
      'notify',
      'telling',
      'sweep',
      'enforce.ts',
      'world.ts',
      'config.ts',
    ],
    because: 'what deploys stays small: no command line, no sandbox',
  },
  sandbox: { may: [], because: 'the sandbox is the world: it must not share our beliefs' },
  cli: {
    may: [
      ...[
        'pool',
        'change',
        'policy',
        'declared',
        'remediation',
        'history',
        'ledger',
        'notify',
        'telling',
        'enforce.ts',
        'look',
        'sweep',
        'world.ts',
        'config.ts',
      ],
      ...['handlers', 'sandbox', 'package.json'],
    ],
    because: 'nothing imports cli',
  },
};

describe('the arrows between rooms', () => {
  it('begin in rooms that are named here', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => rooms[room] === undefined)).toEqual([]);
  });

  it.each(Object.entries(rooms))('hold in %s', (room, { may, types = [], because }) => {
    const broken = imports
      .filter(({ file, target }) => roomOf(file) === room && target !== '' && roomOf(target) !== room)
      .filter(({ target, typeOnly }) => {
        const other = roomOf(target);
        return !may.includes(other) && !(typeOnly && types.includes(other));
      })
      .map(({ file, target }) => `${file} imports ${target}: ${because}`);

    expect(broken).toEqual([]);
  });
});

const importersOf = (...packages: string[]): string[] => [
  ...new Set(
    imports
      .filter(
        ({ from, file, typeOnly }) => packages.includes(from) && !typeOnly && roomOf(file) !== 'sandbox',
      )
      .map(({ file }) => file),
  ),
];

const within = (found: readonly string[], ...allowed: RegExp[]): string[] =>
  found.filter((file) => !allowed.some((form) => form.test(file)));

const filesWith = (form: RegExp): string[] =>
  files.filter((file) => form.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));

/** A ledger for one person's command line, made of files. It keeps the promises of every ledger, so it stands with them. */
const folderLedger = /^src\/ledger\/(folder-ledger|file-lock)\.ts$/;

/** What runs in a browser: the sandbox's page. */
const browserFiles = files.filter((file) => file.startsWith('src/cli/page/browser/'));

describe('what runs in a browser', () => {
  it('imports nothing but itself and the form of its data', () => {
    const found = imports
      .filter(
        ({ file, from, target, typeOnly }) =>
          browserFiles.includes(file) && !(typeOnly && target !== '') && from !== '',
      )
      .filter(({ target }) => !browserFiles.includes(target) && target !== 'src/cli/page/page-data.ts');

    expect(browserFiles.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  it('makes no markup of text, runs no text, and leads nowhere by data', () => {
    const sinks =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|\beval\b|new Function|setHTML|\bhref:|\bsrc:/;

    expect(filesWith(sinks).filter((file) => browserFiles.includes(file))).toEqual([]);
  });

  it('is imported by nothing that runs elsewhere', () => {
    expect(
      imports.filter(({ file, target }) => browserFiles.includes(target) && !browserFiles.includes(file)),
    ).toEqual([]);
  });
});

describe('what only some rooms may touch', () => {
  it('the Cognito client stays in pool/, besides the demo and the rehearsal, which make pools of their own', () => {
    const found = importersOf('@aws-sdk/client-cognito-identity-provider');

    expect(found).toContain('src/pool/read-pool.ts');
    expect(within(found, /^src\/pool\//, /^src\/cli\/(demo|rehearsal)\//)).toEqual([]);
  });

  it('the SNS client stays in notify/, besides the doors that make it', () => {
    expect(
      within(
        importersOf('@aws-sdk/client-sns'),
        /^src\/notify\//,
        /^src\/handlers\/deployed\//,
        /^src\/cli\//,
      ),
    ).toEqual([]);
  });

  it('the SSM client stays with the webhook’s address in notify/, besides the doors that make it', () => {
    const found = importersOf('@aws-sdk/client-ssm');

    expect(found).toContain('src/notify/webhook-address.ts');
    expect(
      within(found, /^src\/notify\/webhook-address\.ts$/, /^src\/handlers\/deployed\//, /^src\/cli\//),
    ).toEqual([]);
  });

  it('the EventBridge and Security Hub clients stay in notify/, besides the doors that make them', () => {
    const found = importersOf('@aws-sdk/client-eventbridge', '@aws-sdk/client-securityhub');

    expect(found).toContain('src/notify/put-event.ts');
    expect(within(found, /^src\/notify\//, /^src\/handlers\/deployed\//, /^src\/cli\//)).toEqual([]);
  });

  it('the CloudFormation client stays with the accounts of a stack set, besides the door that makes it', () => {
    const found = importersOf('@aws-sdk/client-cloudformation');

    expect(found).toContain('src/handlers/accounts-of-stack-set.ts');
    expect(within(found, /^src\/handlers\/accounts-of-stack-set\.ts$/, /^src\/handlers\/deployed\//)).toEqual(
      [],
    );
  });

  it('the CloudTrail client stays in cli/: nothing that deploys reads the history', () => {
    const found = importersOf('@aws-sdk/client-cloudtrail');

    expect(found).toContain('src/cli/event-history.ts');
    expect(within(found, /^src\/cli\//)).toEqual([]);
  });

  it('YAML, zod and the file system stay out of what deploys', () => {
    const found = importersOf(
      'yaml',
      'zod',
      'node:fs',
      'node:fs/promises',
      'picomatch',
      'fastest-levenshtein',
    );

    expect(
      within(
        found.filter((file) =>
          /^src\/(handlers|pool|change|remediation|ledger|notify|telling|sweep)\//.test(file),
        ),
        folderLedger,
      ),
    ).toEqual([]);
    expect(
      within(
        importersOf('node:fs', 'node:fs/promises'),
        /^src\/policy\/load-policies\.ts$/,
        /^src\/cli\//,
        folderLedger,
      ),
    ).toEqual([]);
  });

  it('the DynamoDB client stays in ledger/, besides the doors that make it', () => {
    const found = importersOf('@aws-sdk/client-dynamodb');

    expect(found).toContain('src/ledger/update-item.ts');
    expect(within(found, /^src\/ledger\//, /^src\/handlers\/deployed\//, /^src\/cli\//)).toEqual([]);
  });

  it('no file that deploys reaches the policy loader or the ledger in a folder', () => {
    const reached = new Set(files.filter((file) => file.startsWith('src/handlers/')));
    for (const file of reached)
      for (const each of imports)
        if (each.file === file && each.target && !each.typeOnly) reached.add(each.target);

    expect(reached).toContain('src/ledger/dynamo-ledger.ts');
    expect(
      [...reached].filter(
        (file) => folderLedger.test(file) || /load-policies|policy-file|\/sandbox\/|\/cli\//.test(file),
      ),
    ).toEqual([]);
  });

  it('commands print through terminal/ alone, which fits text to a terminal; a defect is shown as it is', () => {
    const printing = filesWith(/\bconsole\.|process\.std(out|err)\.write/).filter((file) =>
      /^src\/cli\/(?!page\/browser\/)/.test(file),
    );

    expect(printing).toEqual(['src/cli/exit-status.ts', 'src/cli/terminal/print.ts']);
    expect(importersOf('wrap-ansi')).toEqual(['src/cli/terminal/fitted.ts']);
  });

  it('the environment is read in config.ts alone', () => {
    expect(filesWith(/process\.env/)).toEqual(['src/config.ts']);
  });

  it('the clock is asked in handlers/ and cli/ alone', () => {
    expect(within(filesWith(/Date\.now\(\)|new Date\(\)/), /^src\/handlers\//, /^src\/cli\//)).toEqual([]);
  });
});
