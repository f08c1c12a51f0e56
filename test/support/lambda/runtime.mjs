// Lambda's runtime, as far as the functions need it, in a process of its own: loads the bundle that LAMBDA_BUNDLE names
// and calls its handler with each event that comes. Calls to AWS go to loopback, to where LOOPBACK_PORTS has the first
// part of their host name, and are told. The bundle is the one that is deployed: nothing in it knows of this.
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const http = require('node:http');
const https = require('node:https');
const ports = JSON.parse(process.env.LOOPBACK_PORTS ?? '{}');
let calls = [];

https.request = ({ agent: _, ...options }, answered) => {
  const port = ports[options.host.split('.')[0]];
  if (port === undefined) throw new Error(`Nothing on loopback stands for ${options.host}.`);
  calls.push({
    host: options.host,
    operation: String(options.headers['x-amz-target']).split('.').at(-1),
  });
  // What stands there answers under its own name alone.
  const headers = { ...options.headers, host: `127.0.0.1:${port}` };
  return http.request({ ...options, headers, protocol: 'http:', host: '127.0.0.1', port }, answered);
};
syncBuiltinESMExports();

const { handler } = await import(pathToFileURL(process.env.LAMBDA_BUNDLE).href);
const context = {
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:111122223333:function:lifeguard`,
  awsRequestId: 'a-request',
  memoryLimitInMB: '512',
  functionVersion: '$LATEST',
  getRemainingTimeInMillis: () => 60_000,
};
// Time that goes by between two events is told, not waited for.
let passed = 0;
const SystemDate = Date;
globalThis.Date = class extends SystemDate {
  constructor(...parts) {
    if (parts.length === 0) super(SystemDate.now() + passed);
    else super(...parts);
  }
  static now() {
    return SystemDate.now() + passed;
  }
};
process.on('message', async ({ event, milliseconds }) => {
  passed += milliseconds;
  calls = [];
  const result = await handler(event, context).catch((error) => ({ error: String(error) }));
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  process.send({ result, calls, heapUsed, mostMemory: process.resourceUsage().maxRSS * 1024 });
});
process.send('ready');
