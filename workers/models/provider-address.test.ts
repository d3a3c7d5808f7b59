import { describe, expect, it } from "vitest";
import type { HostRule } from "../network/host-rule.ts";
import { findAddressProblem, readProviderHosts } from "./provider-address.ts";

const allowed = (address: string, rule: HostRule) => findAddressProblem(address, rule) === null;

describe("the address of a provider", () => {
  it.each([
    "https://api.example.com/v1",
    "https://203.0.114.9/v1",
    "https://[2606:4700::1111]/v1",
    "https://x.dev:8443",
  ])("may be public: %s", (address) => {
    for (const rule of ["public", "loopback", "any"] as const) expect(allowed(address, rule)).toBe(true);
  });

  it.each([
    "http://api.example.com/v1",
    "https://10.0.0.5/v1",
    "https://172.20.1.1",
    "https://192.168.1.10:1234/v1",
    "https://169.254.169.254/latest/meta-data",
    "https://2852039166/",
    "https://0xa9fea9fe/",
    "https://100.100.100.200/",
    "https://0.0.0.0/",
    "https://[fd00::1]/",
    "https://[fe80::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::a00:1]/",
    "https://[2002:a00:1::]/",
    "https://metadata.google.internal/",
    "https://nas.local/v1",
    "https://intranet/v1",
    "https://router.home.arpa./",
  ])("may not lead into a network: %s", (address) => {
    expect(allowed(address, "public")).toBe(false);
    expect(allowed(address, "loopback")).toBe(false);
    expect(allowed(address, "any")).toBe(true);
  });

  it.each(["http://localhost:11434/v1", "http://127.0.0.1:1234/v1", "http://127.1/v1", "http://[::1]:8000/v1"])(
    "may be this machine where the platform runs on it: %s",
    (address) => {
      expect(allowed(address, "public")).toBe(false);
      expect(allowed(address, "loopback")).toBe(true);
    },
  );

  it.each(["ftp://api.example.com", "nonsense", "https://user:word@api.example.com", "https://a.example.com/v1?x=1"])(
    "is never %s",
    (address) => {
      for (const rule of ["public", "loopback", "any"] as const) expect(allowed(address, rule)).toBe(false);
    },
  );

  it("is judged by the strictest rule unless the configuration says otherwise", () => {
    expect(readProviderHosts({})).toBe("public");
    expect(() => readProviderHosts({ NEXUSGEN_PROVIDER_HOSTS: "all" })).toThrow("NEXUSGEN_PROVIDER_HOSTS");
  });
});
