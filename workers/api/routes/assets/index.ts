import { fetchAsset } from "./fetch.ts";
import { deleteAsset } from "./delete.ts";
import { listAssets } from "./list.ts";
import { readAsset } from "./read.ts";
import { readAssetContent } from "./read-content.ts";
import { uploadAsset } from "./upload.ts";

export const assetOperations = [uploadAsset, fetchAsset, listAssets, readAsset, readAssetContent, deleteAsset];
