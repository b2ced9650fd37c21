// What prometheus-operator would not take of manifests in a JSON file, a line each, with the number of the manifest:
// values by the checks of the models of its types, fields that it does not know by the compiler.
import { readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const models = "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1";
const manifests = JSON.parse(readFileSync(process.argv[2], "utf8"));
const source = process.argv[2].replace(/\.json$/, ".mts");

writeFileSync(
  source,
  manifests
    .map(({ kind }, index) => `import type { I${kind} as Kind${index} } from "${models}/${kind}";\n`)
    .concat(manifests.map((it, index) => `export const it${index}: Kind${index} = ${JSON.stringify(it, null, 1)};\n`))
    .join(""),
);
const program = ts.createProgram([source], {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  types: [],
});
for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
  const [, index] = [...(file?.text.slice(0, start + 20).matchAll(/^export const it(\d+)/gm) ?? [])].at(-1) ?? [];
  console.log(`${index}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}

for (const [index, manifest] of manifests.entries()) {
  const { [manifest.kind]: Model } = await import(`${models}/${manifest.kind}`);
  try {
    new Model(manifest).validate();
  } catch (error) {
    console.log(`${index}: ${error.message}`);
  }
}
