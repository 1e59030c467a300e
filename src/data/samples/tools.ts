// Two agents on one order desk task, written for Stepmark. The first checks what is reserved and finds the
// cheapest way that works; the second takes stock for available and promises what cannot be shipped.
// 310 − 80 = 230 < 240 (Leipzig), 260 − 0 (Brno), 500 − 120 = 380 (Malmö); 389.00 + 240 · 0.15 = 425.00.

const SYSTEM =
  'You are the order desk of a spare parts dealer. Use the tools; never promise a date or a price that no tool has confirmed. Today is Tuesday 10 March 2026, 13:40.';

const QUESTION =
  'A customer in Gdańsk needs 240 units of K-118 by Friday 13 March. Which warehouse should ship them, what will the freight cost, and until when do I have to place the order?';

const TOOLS_OFFERED = [
  {
    type: 'function',
    function: {
      name: 'stock',
      description: 'Units of a part per warehouse. `on_hand` includes `reserved` units.',
      parameters: { type: 'object', properties: { part: { type: 'string' } }, required: ['part'] },
    },
  },
  {
    type: 'function',
    function: {
      name: 'quote',
      description: 'Freight quote between two places. Handling is charged by the unit.',
      parameters: {
        type: 'object',
        properties: { from: { type: 'string' }, to: { type: 'string' }, units: { type: 'integer' } },
        required: ['from', 'to', 'units'],
      },
    },
  },
];

const call = (id: string, name: string, args: object) => ({
  id,
  type: 'function',
  function: { name, arguments: JSON.stringify(args) },
});
const result = (id: string, name: string, value: object) => ({
  role: 'tool',
  tool_call_id: id,
  name,
  content: JSON.stringify(value, undefined, 1),
});

const STOCK = {
  part: 'K-118',
  warehouses: [
    { name: 'Leipzig', on_hand: 310, reserved: 80 },
    { name: 'Brno', on_hand: 260, reserved: 0 },
    { name: 'Malmö', on_hand: 500, reserved: 120 },
  ],
};
const BRNO = {
  from: 'Brno',
  to: 'Gdańsk',
  units: 240,
  freight_eur: 412.5,
  handling_eur_per_unit: 0,
  working_days: 3,
  pickup: 'same day for orders before 15:00',
};
const MALMO = {
  from: 'Malmö',
  to: 'Gdańsk',
  units: 240,
  freight_eur: 389.0,
  handling_eur_per_unit: 0.15,
  working_days: 2,
  pickup: 'ferry on Wednesday, orders before 18:00 the day before',
};
const LEIPZIG = {
  from: 'Leipzig',
  to: 'Gdańsk',
  units: 240,
  freight_eur: 301.2,
  handling_eur_per_unit: 0,
  working_days: 2,
  pickup: 'next day',
};

const careful = [
  { role: 'system', content: SYSTEM },
  { role: 'user', content: QUESTION },
  {
    role: 'assistant',
    reasoning_content: `The customer needs 240 units in Gdańsk by Friday. Three things decide this: who has 240 units free, who can be there in time, and what it costs.

I start with the stock. A quote for a warehouse that cannot fill the order would be wasted.`,
    content: 'Let me see which warehouses have enough.',
    tool_calls: [call('call_1', 'stock', { part: 'K-118' })],
  },
  result('call_1', 'stock', STOCK),
  {
    role: 'assistant',
    reasoning_content: `On hand includes reserved units, so what counts is the difference. Leipzig: 310 − 80 = 230. Brno: 260 − 0 = 260. Malmö: 500 − 120 = 380.

Leipzig is 10 units short of 240, so it is out. Splitting the order over two warehouses would mean two shipments; I keep that for the case that nothing else works.

Brno and Malmö both have enough. I need quotes for these two.`,
    content: null,
    tool_calls: [
      call('call_2', 'quote', { from: 'Brno', to: 'Gdańsk', units: 240 }),
      call('call_3', 'quote', { from: 'Malmö', to: 'Gdańsk', units: 240 }),
    ],
  },
  result('call_2', 'quote', BRNO),
  result('call_3', 'quote', MALMO),
  {
    role: 'assistant',
    reasoning_content: `At first sight Malmö is cheaper: 389.00 against 412.50.

But Malmö charges handling: 240 × 0.15 = 36.00, which makes 425.00 in total. Brno has no handling, so it stays at 412.50 and is 12.50 cheaper.

Now the dates. Brno picks up today if the order is in before 15:00. Three working days after Tuesday 10 March is Friday 13 March. That is just in time.

Malmö would be picked up on Wednesday 11 March and be there on Friday 13 March as well, so it is a fallback if the order cannot be placed before 15:00 today.

Let me make sure that Malmö's deadline is later than Brno's, otherwise it would be no fallback: orders before 18:00 the day before the Wednesday ferry, so today 18:00. Yes, three hours later.`,
    content: `Ship from **Brno**: 260 units are free there, and the freight is **EUR 412.50** with no handling.

Place the order **today before 15:00**; it then arrives on Friday 13 March, with no day to spare.

If you miss that, Malmö still makes it when ordered before 18:00 today, for EUR 425.00 (389.00 freight and 36.00 handling). Leipzig is cheaper but has only 230 free units.`,
  },
];

const hasty = [
  { role: 'system', content: SYSTEM },
  { role: 'user', content: QUESTION },
  {
    role: 'assistant',
    reasoning_content: `The customer needs 240 units in Gdańsk by Friday. I look up the stock first.`,
    content: 'Let me see which warehouses have enough.',
    tool_calls: [call('call_1', 'stock', { part: 'K-118' })],
  },
  result('call_1', 'stock', STOCK),
  {
    role: 'assistant',
    reasoning_content: `Leipzig has 310 units, Brno 260 and Malmö 500. All three have at least 240, so any of them could ship.

Leipzig is the closest to Gdańsk by road of the two on the mainland with a direct line, so I expect it to be the cheapest. I ask for its quote.`,
    content: null,
    tool_calls: [call('call_2', 'quote', { from: 'Leipzig', to: 'Gdańsk', units: 240 })],
  },
  result('call_2', 'quote', LEIPZIG),
  {
    role: 'assistant',
    reasoning_content: `EUR 301.20 without handling. Let me compare with Brno, to be sure.`,
    content: null,
    tool_calls: [call('call_3', 'quote', { from: 'Brno', to: 'Gdańsk', units: 240 })],
  },
  result('call_3', 'quote', BRNO),
  {
    role: 'assistant',
    reasoning_content: `Brno costs 412.50, Leipzig 301.20. Leipzig is 111.30 cheaper.

Pickup in Leipzig is the next day, Wednesday 11 March, and two working days later is Friday 13 March. In time.

Leipzig is cheaper than Brno, as computed above, so Leipzig it is.`,
    content: `Ship from **Leipzig**: 310 units are there, and the freight is **EUR 301.20**. Pickup is tomorrow and delivery on Friday 13 March, so place the order by the end of today.`,
  },
];

const RECORDS = [
  { id: 'k118-1', generator: 'desk-agent-large', messages: careful, is_correct: true, tools: TOOLS_OFFERED },
  { id: 'k118-2', generator: 'desk-agent-small', messages: hasty, is_correct: false, tools: TOOLS_OFFERED },
];

export const TOOLS = {
  name: 'sample-tools.jsonl',
  jsonl: RECORDS.map((record) => `${JSON.stringify(record)}\n`).join(''),
};
