import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { noticeJsonSchema, noticeSchema } from '../../src/cli/notice-schema.ts';
import { noticeEvent } from '../../src/notify/notice-event.ts';
import { toldNotices } from '../notify/told-notices.ts';
import { aNotice } from '../support/a-notice.ts';

const isValid = new Ajv.default({ strict: false, validateFormats: false }).compile(noticeJsonSchema());

const problemsOf = (event: object) => (isValid(event) ? [] : isValid.errors);

describe('the schema of a notice', () => {
  it.each(Object.entries(toldNotices))('has every member of %s, and no other', (_name, notice) => {
    expect(noticeSchema.safeParse(noticeEvent(notice)).error?.issues).toBeUndefined();
  });

  it.each(Object.entries(toldNotices))('takes %s as published, whole and cut', (_name, notice) => {
    expect(problemsOf(noticeEvent(notice))).toEqual([]);
    expect(problemsOf(noticeEvent(notice, { text: 40, items: 1 }))).toEqual([]);
  });

  it('takes members that a later version adds', () => {
    expect(problemsOf({ ...noticeEvent(aNotice()), tomorrow: { more: true } })).toEqual([]);
  });

  it.each([
    ['another schema', { schema: 'cognito-lifeguard/notice/2' }],
    ['a severity of another scale', { severity: 'SEV1' }],
    ['no sentence', { summary: undefined }],
    ['a rule that says nothing', { rules: [{}] }],
  ])('takes no notice of %s', (_title, broken) => {
    const event = JSON.parse(JSON.stringify({ ...noticeEvent(aNotice()), ...broken }));

    expect(problemsOf(event)).not.toEqual([]);
  });
});
