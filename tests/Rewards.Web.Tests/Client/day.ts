// A till's day by a client that is generated from /openapi/v1.json: what does not fit the description does not compile.
// usage: node day.js URL TOKEN PURCHASED_AT STORE
import createClient from "openapi-fetch";
import type { paths } from "./api";

const [url, token, purchasedAt, store] = process.argv.slice(2) as [string, string, string, string];
const client = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}`, "X-Forwarded-Proto": "https" } });

function must<T>(what: string, answer: { data?: T; error?: { code: string; detail: string } }): T {
  if (answer.data === undefined) throw new Error(`${what}: ${answer.error?.code} ${answer.error?.detail}`);
  return answer.data;
}

const receipt = must("receipt", await client.POST("/api/v1/receipts", {
  body: { store: Number(store), register: 5, transaction: 77, purchasedAt, totalCents: 4217, departments: ["Bakery", "Produce"] },
}));
const response = must("response", await client.POST("/api/v1/responses", {
  body: {
    code: receipt.code,
    language: "en",
    loyaltyCard: "40000001",
    answers: { recommend: 9, satisfaction: 5, "departments": { Bakery: 4, Produce: null }, ease: 6, friendliness: 5, comment: "Fine.", "may-contact": false },
  },
}));
const code = response.awards.find((a) => a.voucher)!.voucher!.code;
const path = { code };
const seen = must("look up", await client.GET("/api/v1/vouchers/{code}", { params: { path } }));
const hold = must("hold", await client.POST("/api/v1/vouchers/{code}/holds", { params: { path }, body: { seconds: 60 } }));
const redeemed = must("redeem", await client.POST("/api/v1/vouchers/{code}/redemptions", {
  params: { path, header: { "Idempotency-Key": "day-1" } },
  body: { amountCents: seen.balanceCents, register: 5, cashier: "Ana", holdId: hold.holdId },
}));
must("reverse", await client.POST("/api/v1/redemptions/{id}/reversal", {
  params: { path: { id: redeemed.redemptionId } },
  body: { reason: "sale-cancelled", supervisor: "Luz" },
}));
const card = "40000001";
const first = must("points", await client.GET("/api/v1/shoppers/{card}/fuel-points", { params: { path: { card } } }));
const spent = must("spend", await client.POST("/api/v1/shoppers/{card}/fuel-redemptions", {
  params: { path: { card }, header: { "Idempotency-Key": "day-2" } },
  body: { register: 5, cashier: "Ana", points: first.tiers.at(-1)!.points },
}));
const taken = must("refund", await client.POST("/api/v1/receipts/{receipt}/refunds", {
  params: { path: { receipt: receipt.code }, header: { "Idempotency-Key": "day-3" } },
  body: { amountCents: 4217 },
}));
must("give back", await client.POST("/api/v1/fuel-redemptions/{id}/reversal", {
  params: { path: { id: spent.redemptionId } },
  body: { reason: "wrong-card", supervisor: "Luz" },
}));
const last = must("points again", await client.GET("/api/v1/shoppers/{card}/fuel-points", { params: { path: { card } } }));
const day = must("reconcile", await client.GET("/api/v1/stores/{store}/reconciliation", {
  params: { path: { store }, query: { date: purchasedAt.slice(0, 10) } },
}));
const refused = await client.GET("/api/v1/vouchers/{code}", { params: { path: { code: "ABCD" } } });
const nobody = await client.GET("/api/v1/shoppers/{card}/fuel-points", { params: { path: { card: "999" } } });
console.log(JSON.stringify({
  redeemed: day.redeemed,
  reversed: day.reversed,
  net: day.netCents,
  points: { first: first.points, spent: spent.points, taken: taken.pointsTaken, last: last.points },
  refused: [refused.error?.code, nobody.error?.code],
}));
