export const noPictureYet = { description: "Neither a screenshot nor a plan is there yet." } as const;

export const pictureResponse = {
  description: "The picture. `x-picture` says which kind it is: `screenshot` (WebP) or `sketch` (SVG).",
  content: { "image/webp": {}, "image/svg+xml": {} },
} as const;
