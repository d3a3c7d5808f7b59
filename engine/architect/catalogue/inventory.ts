import type { FamilyData } from "./family.ts";

export const inventory: FamilyData = {
  id: "inventory",
  title: "Inventory",
  cues: [
    "inventory",
    "warehouse",
    "stock control",
    "stock level",
    "stockroom",
    "low-stock",
    "low stock",
    "reorder",
    "stock movement",
    "supply chain",
    "traceability",
  ],
  core: ["Product", "Supplier", "Stock Movement"],
  audience: "People who keep stock: shop owners, warehouse staff and buyers.",
  entities: [
    {
      name: "Product",
      aliases: ["inventory item", "stock item", "item", "merchandise", "good", "sku", "part", "spare part", "goods"],
      about: "Something that is kept in stock.",
      fields:
        "name*;sku*!;description;price;stock quantity*:integer[0..]=0;reorder level:integer[0..]=10;category(Raw material|Component|Finished good|Consumable|Other)=Other",
      belongsTo: ["Supplier", "Warehouse", "Category"],
      badges: [
        {
          label: "Low stock",
          tone: "warning",
          field: "stock quantity",
          operator: "<=",
          otherField: "reorder level",
          cues: ["low-stock", "low stock", "reorder", "running low", "restock"],
        },
        {
          label: "Out of stock",
          tone: "danger",
          field: "stock quantity",
          operator: "<=",
          value: 0,
          cues: ["out of stock", "sold out", "out-of-stock"],
        },
      ],
    },
    {
      name: "Supplier",
      aliases: ["vendor", "distributor", "wholesaler", "manufacturer"],
      about: "A company that products are bought from.",
      fields: "name*;contact name;contact email:email;phone;address;website;notes",
    },
    {
      name: "Stock Movement",
      aliases: [
        "inventory movement",
        "stock change",
        "stock transaction",
        "stock transfer",
        "stock adjustment",
        "inventory transaction",
        "movement",
        "circulation path",
      ],
      about: "A change of a product's stock: goods in, goods out, or a correction.",
      fields: "reference*;type*(In|Out|Adjustment)=In;quantity*:integer;date*:date;note:longText",
      belongsTo: ["Product*", "Warehouse"],
    },
    {
      name: "Warehouse",
      aliases: ["storage location", "storeroom", "depot", "stock location"],
      about: "A place where stock is kept.",
      fields: "name*;code!;address;capacity;manager name;notes",
    },
    {
      name: "Purchase Order",
      aliases: ["supplier order", "restock order"],
      about: "An order placed with a supplier.",
      fields: "order number*!;status(Draft|Sent|Received|Cancelled)=Draft;order date;expected date;total amount;notes",
      belongsTo: ["Supplier*"],
    },
    {
      name: "Shipment",
      aliases: ["delivery", "consignment", "parcel", "package delivery"],
      about: "Goods on their way.",
      fields:
        "tracking number*!;carrier;origin;destination;status(Preparing|In transit|Delivered|Lost)=Preparing;shipped on:date;delivered on:date",
      belongsTo: ["Order", "Customer"],
    },
  ],
};
