// Writes a package.json and package-lock.json of the search engine alone into a folder, with the
// checksums of the project's own: older npm's, such as Debian 12's, cannot read those whole.
"use strict";

const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const [folder] = process.argv.slice(2);
const { packages, ...head } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const { name, license, optionalDependencies } = packages[""];
const root = { name, license, optionalDependencies };
const kept = Object.keys(optionalDependencies).map((one) => `node_modules/${one}`);
const lock = { ...head, packages: { "": root } };
for (const place of kept) {
  lock.packages[place] = packages[place];
}
writeFileSync(join(folder, "package.json"), JSON.stringify(root, null, 2));
writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock, null, 2));
