import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The folder that is checked. */
export const folder = fileURLToPath(new URL("..", import.meta.url));

/** A file of it, as text. */
export const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");

/** A YAML file of it; merges of keys are done, as Compose does them. */
export const readYaml = (name: string): unknown => parse(read(name), { merge: true });

/** What is given to a Kubernetes cluster, by the name of its file. */
export function manifests(): [name: string, manifest: { apiVersion: string; kind: string }][] {
  return readdirSync(`${folder}/kubernetes`)
    .filter((name) => name.endsWith(".yaml") && name !== "kustomization.yaml")
    .map((name) => [name, readYaml(`kubernetes/${name}`) as { apiVersion: string; kind: string }]);
}
