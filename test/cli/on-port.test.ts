import { describe, expect, it } from 'vitest';
import { onNextPort, onPort } from '../../src/cli/on-port.ts';

const failing = (...codes: readonly (string | undefined)[]) => {
  const tried: number[] = [];
  const start = async (port: number): Promise<number> => {
    const code = codes[tried.length];
    tried.push(port);
    if (code !== undefined) throw Object.assign(new Error(`listen ${code}`), { code });
    return port;
  };
  return { tried, start };
};

describe('a port that a person named', () => {
  it('is said to be taken, with the option that names another', async () => {
    const { start } = failing('EADDRINUSE');

    await expect(onPort('--page-port', 4578, start)).rejects.toMatchObject({
      message: 'Port 4578 on 127.0.0.1 is taken. Name another with --page-port; 0 takes a free one.',
      exitCode: 2,
    });
  });

  it('is said not to be usable, with the reason', async () => {
    const { start } = failing('EACCES');

    await expect(onPort('--port', 80, start)).rejects.toThrow(
      "Port 80 on 127.0.0.1 can't be used: listen EACCES.",
    );
  });
});

describe('the port after another', () => {
  it('is taken where it is free', async () => {
    expect(await onNextPort(4577, failing().start)).toBe(4578);
  });

  it('gives way to a free one where it is taken', async () => {
    const { tried, start } = failing('EADDRINUSE');

    await onNextPort(4577, start);

    expect(tried).toEqual([4578, 0]);
  });

  it('is a free one after the last', async () => {
    const { tried, start } = failing();

    await onNextPort(65_535, start);

    expect(tried).toEqual([0]);
  });

  it('fails as it fails for any other reason', async () => {
    await expect(onNextPort(4577, failing('EMFILE').start)).rejects.toThrow('EMFILE');
  });
});
