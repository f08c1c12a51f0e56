/**
 * A sed script that prints the ids of rules in policy files, without the start of a Node: lines such as `- id: name`, in
 * quotes of either kind or in none. Nothing else comes out, so that a shell can take it for words.
 */
export const ruleIds = String.raw`s/^[ -]*id: *[^a-z0-9]\{0,1\}\([a-z0-9-]\{1,64\}\)[^a-z0-9]\{0,1\} *\(#.*\)\{0,1\}$/\1/p`;
