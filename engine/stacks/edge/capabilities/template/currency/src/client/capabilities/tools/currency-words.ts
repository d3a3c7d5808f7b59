import { part } from "../../../shared/say.ts";

export const words = part("currency", {
  forOneUsDollar: (code: string) => `${code} for one US dollar`,
  enterCode: "Enter the three letters of a currency, for example SEK.",
  isListed: (wished: string) => `${wished} is in the list already.`,
  ratesForOneUs: "Rates for one US dollar",
  otherCode: "Code of another currency",
  exampleCode: "SEK",
  addCurrency: "Add currency",
  currencyConverter: "Currency converter",
  lead: "With rates that you keep up to date yourself.",
  convert: "Convert",
  amount: "Amount",
  swap: "Swap",
  enterAmount: "Enter a number as the amount.",
  amountIs: (amount: string) => `${amount} is`,
});
