// Names of people, organisations and places for example rows.

/** `|` between entries keeps long lists readable. */
export const list = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/);

/** As many first as last names, all different: blocks of them give models whose people share no name. */
export const firstNames = list(`
  Amara|Daniel|Mei|Jonas|Priya|Tom|Sofia|Elena|Marcus|Yuki|Fatima|Liam|
  Grace|Omar|Hannah|Diego|Ingrid|Samuel|Chloe|Ravi|Nadia|Peter|Leila|Anton|
  Beatriz|Callum|Zainab|Henrik|Olivia|Kwame|Julia|Mateo|Aisha|Simon|Freya|Hiro|
  Camille|Victor|Noor|Edward|Lucia|Tariq|Miriam|Felix|Ana|George|Sunita|Oscar|
  Clara|Ibrahim|Rosa|Nils|Emily|Bilal|Teresa|Hugo|Anjali|Patrick|Maren|Adam|
  Isabel|Kofi|Laura|Stefan|Naomi|Ruben|Harriet|Dmitri|Salma|Ewan|Paula|Akira|
  Victoria|Carlos|Selma|Arthur|Thandi|Lukas|Joanna|Malik|Esther|Gabriel|Vera|Dominic|
  Irene|Nathan|Yasmin|Theo|Marta|Benedict|Lena|Rashid|Alice|Emil|Divya|Walter
`);
export const lastNames = list(`
  Okafor|Reyes|Chen|Berg|Nair|Whitaker|Rossi|Novak|Hill|Tanaka|Haddad|Brennan|
  Mensah|Farouk|Lindqvist|Morales|Solberg|Adeyemi|Laurent|Menon|Petrova|Hughes|Karimi|Weber|
  Almeida|Fraser|Siddiqui|Larsen|Bennett|Boateng|Kowalska|Vargas|Rahman|Fischer|Dahl|Sato|
  Moreau|Ionescu|Aziz|Carter|Fernandez|Hussain|Goldberg|Brandt|Santos|Palmer|Rao|Eriksson|
  Hoffmann|Diallo|Delgado|Holm|Turner|Chaudhry|Ribeiro|Martens|Desai|Gallagher|Vogel|Walsh|
  Navarro|Asante|Bianchi|Keller|Abrams|Peeters|Coleman|Sokolov|Mansour|Mackenzie|Costa|Mori|
  Ellison|Herrera|Jansen|Pemberton|Dlamini|Novotny|Lewis|Saeed|Osei|Silva|Horvat|Quinn|
  Papadakis|Foster|Khalil|Winter|Duarte|Ashworth|Schneider|Anwar|Cooper|Nygaard|Iyer|Sandberg
`);

export const companies = list(`
  Northwind Supply|Harbor & Pine|Kestrel Trading|Blue Ridge Goods|Lumen Works|Oakline Partners|
  Fairway Logistics|Summit Paper Co.|Riverbend Foods|Atlas Components|Copperleaf Studio|Meridian Labs|
  Granite & Sons|Tidewater Media|Hollis Engineering|Juniper Health|Redwood Interiors|Beacon Freight|
  Larkspur Design|Stonegate Capital|Maple Street Bakery|Polaris Systems|Whitfield Printing|Clearwater Services
`);
export const cities = list("Portland|Lisbon|Rotterdam|Leeds|Austin|Toronto|Malmö|Valencia|Denver|Ghent|Bristol|Lyon");
export const streets = list(`
  12 Harbour Street|48 Mill Lane|7 Station Road|220 Cedar Avenue|31 Market Square|5 Orchard Way|
  90 Foundry Road|16 Chapel Hill|63 Riverside Drive|104 Linden Street|27 Park Crescent|9 Bridge Street
`);
export const countries = list(
  "United States|Portugal|Netherlands|United Kingdom|United States|Canada|Sweden|Spain|United States|Belgium|United Kingdom|France",
);
export const regions = list(
  "Oregon|Lisboa|South Holland|Yorkshire|Texas|Ontario|Skåne|Valencia|Colorado|Flanders|Avon|Rhône",
);
export const postcodes = list("97205|1100|3011|10117|78701|20095|21119|46001|80202|9000|40213|69002");
export const nationalities = list(
  "Portuguese|Canadian|Dutch|American|Swedish|Japanese|Italian|Irish|Nigerian|Indian|Spanish|Brazilian",
);
export const colors = list("#0f766e|#b45309|#1d4ed8|#be123c|#6d28d9|#15803d|#0369a1|#a16207");
