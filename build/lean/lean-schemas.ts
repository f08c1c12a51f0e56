/**
 * A client's schemas, so that a bundler can leave out those that no command of a function uses.
 *
 * As generated, two things keep all of them: every error is registered with its class, and lists with computed keys
 * count as having side effects. So errors are no longer registered but those in `errors`, and each list becomes the
 * result of a pure call. What AWS answers for an error that isn't registered becomes the client's base exception with
 * the error's own name, message, fault and metadata; what else such an error brings along is read from no schema.
 * Source: getErrorSchemaOrThrowBaseException in @aws-sdk/core/protocols.
 * @param text the client's dist-es/schemas/schemas_0.js
 * @param errors names of errors that a function knows by their class
 */
export const leanSchemas = (text: string, errors: readonly string[]): string => {
  const isKept = (line: string): boolean => errors.some((error) => line.includes(`(${error}$,`));
  return text
    .replace(/^n0_registry\.registerError\(.*\);\n/gm, (line) => (isKept(line) ? line : ''))
    .replace(
      /^((?:export )?var [\w$]+ = )([^;]*);$/gm,
      (_, declared: string, value: string) => `${declared}/* @__PURE__ */ (() => ${value})();`,
    );
};
