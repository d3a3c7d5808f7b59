// Objects that were pushed and that no version holds: commits of branches that a push merged, and what they point to.
import { isOid, type GitObject, type ObjectType } from "./objects.ts";

const types: readonly string[] = ["blob", "tree", "commit", "tag"] satisfies ObjectType[];

export class ExtraObjects {
  readonly #bucket: R2Bucket;
  readonly #projectId: string;

  constructor(bucket: R2Bucket, projectId: string) {
    this.#bucket = bucket;
    this.#projectId = projectId;
  }

  async put(oid: string, { type, bytes }: GitObject): Promise<void> {
    await this.#bucket.put(this.#key(oid), bytes, { customMetadata: { type } });
  }

  async read(oid: string): Promise<GitObject | undefined> {
    if (!isOid(oid)) return undefined;
    const object = await this.#bucket.get(this.#key(oid));
    const type = object?.customMetadata?.["type"];
    if (!object || type === undefined || !types.includes(type)) return undefined;
    return { type: type as ObjectType, bytes: new Uint8Array(await object.arrayBuffer()) };
  }

  #key(oid: string): string {
    return `git/${this.#projectId}/objects/${oid}`;
  }
}
