/** Names of tables: API reference of DynamoDB, CreateTable. */
const tableName = /^[\w.-]{3,255}$/;

/**
 * Whether a text names a table of the caller's own account and Region. DynamoDB takes an ARN in place of a name, and
 * that of another account's table leads there.
 */
export const isOwnTable = (name: string): boolean => tableName.test(name);
