/** The roles of the account, and what each may not do. */
export interface Roles {
  has(arn: string): boolean;
  /** Makes a role that may do everything. */
  add(arn: string): void;
  /**
   * Takes an action from a role.
   * @param by `organization` where a service control policy denies it
   */
  deny(arn: string, action: string, by?: 'role' | 'organization'): void;
  /** Who denies the action; undefined where nobody does. */
  denial(arn: string, action: string): 'role' | 'organization' | undefined;
}

/** No roles yet. */
export function createRoles(): Roles {
  const roles = new Map<string, Map<string, 'role' | 'organization'>>();
  return {
    has: (arn) => roles.has(arn),
    add: (arn) => {
      roles.set(arn, new Map());
    },
    deny: (arn, action, by = 'role') => {
      roles.get(arn)?.set(action.toLowerCase(), by);
    },
    denial: (arn, action) => roles.get(arn)?.get(action.toLowerCase()),
  };
}
