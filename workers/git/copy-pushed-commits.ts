// A fork's commits are made again from its versions; those that were pushed cannot be, and come along.
import { z } from "zod";

const recordSchema = z.looseObject({ extras: z.array(z.string()) });

export async function copyPushedCommits(
  bucket: R2Bucket,
  input: { from: string; to: string; versions: readonly { from: string; to: string }[] },
): Promise<void> {
  for (const version of input.versions) {
    const object = await bucket.get(`git/${input.from}/versions/${version.from}`);
    if (!object) throw new Error(`The commit of version ${version.from} is missing from storage.`);
    const text = await object.text();
    for (const oid of recordSchema.parse(JSON.parse(text)).extras) {
      const extra = await bucket.get(`git/${input.from}/objects/${oid}`);
      if (!extra) continue;
      await bucket.put(`git/${input.to}/objects/${oid}`, await extra.arrayBuffer(), {
        customMetadata: extra.customMetadata ?? {},
      });
    }
    await bucket.put(`git/${input.to}/versions/${version.to}`, text);
  }
}
