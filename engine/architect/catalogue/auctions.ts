import type { FamilyData } from "./family.ts";

export const auctions: FamilyData = {
  id: "auctions",
  title: "Auctions and trading",
  cues: ["auction", "bid", "bidding", "bidder", "trading", "trade"],
  core: ["Auction", "Bid", "Bidder"],
  audience: "Sellers and bidders.",
  entities: [
    {
      name: "Auction",
      aliases: ["auction item", "auction lot", "listing", "trading opportunity", "trading listing"],
      about: "Something offered to the highest bidder.",
      fields:
        "title*;description;image;starting price*;reserve price;current price;status(Upcoming|Open|Closed|Sold)=Upcoming;starts at;ends at",
      belongsTo: ["Seller", "Category"],
      badges: [
        {
          label: "Ended",
          tone: "danger",
          field: "ends at",
          operator: "before-today",
          cues: ["ended", "closed", "expired"],
        },
      ],
    },
    {
      name: "Bid",
      about: "An offer for an auction.",
      fields: "reference*!;amount*:money[0..];placed at;status(Active|Outbid|Won|Withdrawn)=Active",
      belongsTo: ["Auction*", "Bidder"],
    },
    { name: "Bidder", about: "Someone who bids.", fields: "name*;email*!;phone;address;verified:boolean=false" },
    {
      name: "Trade",
      aliases: ["trading record", "trade order", "trading history"],
      about: "A completed or open trade.",
      fields:
        "reference*!;symbol*;side(Buy|Sell)=Buy;quantity*:decimal[0..];price*;status(Open|Filled|Cancelled)=Open;traded at:dateTime",
      belongsTo: ["Trading Account", "Portfolio"],
    },
    {
      name: "Trading Account",
      about: "Money and positions of a trader.",
      fields: "name*;account number!;balance;currency;opened on:date",
    },
  ],
};
