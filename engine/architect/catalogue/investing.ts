import type { FamilyData } from "./family.ts";

export const investing: FamilyData = {
  id: "investing",
  title: "Stocks and investing",
  cues: [
    "stock report",
    "stock market",
    "stock code",
    "investment",
    "portfolio tracker",
    "share price",
    "crypto",
    "ticker",
    "stock information",
    "stock analysis",
    "dividend",
    "market trend",
  ],
  core: ["Stock", "Stock Report"],
  audience: "Investors and analysts.",
  entities: [
    {
      name: "Stock",
      aliases: [
        "share",
        "security",
        "stock information",
        "stock code",
        "stock name",
        "basic stock information",
        "ticker",
        "equity",
      ],
      about: "A company's share.",
      fields: "name*;code*!;exchange:text;sector:text;current price;market cap:money;pe ratio:decimal;description",
    },
    {
      name: "Stock Report",
      aliases: ["report", "customized stock report", "research report", "analysis report", "market report"],
      about: "A report about a stock.",
      fields:
        "title*;format(Summary|Detailed|Table)=Summary;period:text;content:richText;created on:date;includes financials:boolean=true",
      belongsTo: ["Stock"],
    },
    {
      name: "Market Trend",
      aliases: ["price history", "daily price", "stock price", "historical price"],
      about: "Prices on a day.",
      fields: "label*;date*;open price;close price;high price;low price;volume:integer[0..]",
      belongsTo: ["Stock*"],
    },
    {
      name: "Portfolio",
      aliases: ["investment portfolio"],
      about: "What someone owns.",
      fields: "name*;description;currency;created on:date",
    },
    {
      name: "Holding",
      aliases: ["investment", "position", "cryptocurrency", "coin"],
      about: "Shares someone owns.",
      fields: "name*;symbol;quantity*:decimal[0..];purchase price*;purchase date;current price;notes",
      belongsTo: ["Portfolio", "Stock"],
    },
    { name: "Watchlist", about: "Stocks to watch.", fields: "name*;description", linkedTo: ["Stock"] },
  ],
};
