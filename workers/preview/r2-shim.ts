// The R2 bucket an app sees, as the text of a module that is loaded into its isolate: put, get, head, delete and list of
// R2's published interface over the capability `AppFiles`. What it lacks (ranges, conditions, multipart uploads) throws.
// JavaScript in a string, since it must not pass through our own bundler.

export const r2ShimModule = /* js */ `
export function createBucket(capability) {
  return {
    async put(key, value, options = {}) {
      refuse(options, ["onlyIf", "ssecKey"]);
      const bytes = value === null || value === undefined ? new Uint8Array() : new Uint8Array(await new Response(value).arrayBuffer());
      const given = options.httpMetadata;
      const type = given instanceof Headers ? given.get("content-type") : given?.contentType;
      const answer = await capability.put(String(key), bytes, type ?? "application/octet-stream");
      if (!answer.ok) throw new Error("put: " + answer.message);
      return describe(answer.value);
    },
    async get(key, options = {}) {
      refuse(options, ["onlyIf", "range", "ssecKey"]);
      const found = await capability.get(String(key));
      if (found === null) return null;
      const response = new Response(found.body);
      return Object.assign(describe(found.file), {
        body: response.body,
        get bodyUsed() { return response.bodyUsed; },
        arrayBuffer: () => response.arrayBuffer(),
        bytes: async () => new Uint8Array(await response.arrayBuffer()),
        text: () => response.text(),
        json: () => response.json(),
        blob: () => response.blob(),
      });
    },
    async head(key) {
      const file = await capability.head(String(key));
      return file === null ? null : describe(file);
    },
    async delete(keys) {
      await capability.delete((Array.isArray(keys) ? keys : [keys]).map(String));
    },
    async list(options = {}) {
      refuse(options, ["delimiter", "startAfter"]);
      const { files, cursor } = await capability.list({ prefix: options.prefix, limit: options.limit, cursor: options.cursor });
      return { objects: files.map(describe), truncated: cursor !== null, delimitedPrefixes: [], ...(cursor === null ? {} : { cursor }) };
    },
    async createMultipartUpload() {
      throw new Error("createMultipartUpload: not supported here; put takes up to 25 MB");
    },
    resumeMultipartUpload() {
      throw new Error("resumeMultipartUpload: not supported here; put takes up to 25 MB");
    },
  };
}

function refuse(options, names) {
  for (const name of names) if (options[name] !== undefined) throw new Error(name + " is not supported here");
}

function describe(file) {
  return {
    key: file.key,
    size: file.size,
    uploaded: new Date(file.uploadedAt),
    httpMetadata: { contentType: file.type },
    customMetadata: {},
    writeHttpMetadata(headers) { headers.set("content-type", file.type); },
  };
}
`;
