// Plain JavaScript, for a Node that can't read TypeScript: it has to say so itself.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This needs Node 22.18 or newer; here it is ${process.versions.node}. On x64 Linux the package brings its own, unless optional dependencies are left out.`,
  );
  process.exit(1);
}
