// One platform for all end-to-end files that neither end it nor configure it: a start is seconds of every file's time.
import type { TestProject } from "vitest/node";
import { startPlatform } from "./start-platform.ts";

export interface SharedPlatform {
  readonly url: string;
  readonly stateDir: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    sharedPlatform: SharedPlatform;
  }
}

export default async function setup(project: TestProject) {
  const platform = await startPlatform();
  project.provide("sharedPlatform", { url: platform.url, stateDir: platform.stateDir });
  return () => platform.stop();
}
