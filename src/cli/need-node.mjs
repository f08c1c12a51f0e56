// Plain JavaScript that imports nothing: a Node that is too old has to be able to say so itself. From this version on
// Node reads TypeScript; `engines` in package.json says the same.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Lifeguard needs Node 22.18 or newer, and this is v${process.versions.node}. In its repository, npm ci brings one for x64 Linux.`,
  );
  process.exit(2);
}
