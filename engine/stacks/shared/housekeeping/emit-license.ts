// LICENSE and its name in package.json. Without a choice in the plan all rights stay with the owner: a licence is given on
// purpose, never by a generator. No year: the same plan gives the same bytes, and a notice needs none.
import type { Prd, PrdLicense } from "#engine/prd/schema.ts";

const permission = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.
`;

const noWarranty = `THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;

const isc = `Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THIS SOFTWARE.
`;

const reserved = `This code belongs to those who run the app. Nobody else may use, copy, change
or pass it on without their permission.

To publish it, replace this file with a licence of your choice and name it as
"license" in package.json: https://choosealicense.com
`;

const texts: Readonly<Record<PrdLicense, (holder: string) => string>> = {
  MIT: (holder) => `MIT License\n\nCopyright (c) ${holder}\n\n${permission}\n${noWarranty}`,
  ISC: (holder) => `ISC License\n\nCopyright (c) ${holder}\n\n${isc}`,
};

export function emitLicense(prd: Prd): string {
  const holder = `The owners of ${prd.name.replaceAll(/\s+/g, " ").trim()}`;
  return prd.license ? texts[prd.license](holder) : `Copyright (c) ${holder}. All rights reserved.\n\n${reserved}`;
}

/** As package.json wants it. */
export const licenseId = (prd: Prd): string => prd.license ?? "UNLICENSED";
