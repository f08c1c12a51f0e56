/** Builds the command anew before all tests: those that start it start what people start. */
export default async (): Promise<void> => {
  await import('../build/build-cli.ts');
};
