import type { GroundingCase } from "./case";

export const ENGLISH_CASES: GroundingCase[] = [
  {
    template:
      "Order HP-900123 (2 × Walnut Tray) is on its way with DHL, tracking number JD014600003828. It should arrive on March 5, 2026.",
    faithful: [
      "Good news: your order HP-900123 with 2 × Walnut Tray is on its way! DHL is bringing it under tracking number JD014600003828, and it should be with you on March 5th.",
      "Your two Walnut Trays from order HP-900123 are in transit with DHL (tracking number JD014600003828) and should reach you on 5 March 2026.",
    ],
    unfaithful: [
      "Good news: your order HP-900123 with 2 × Walnut Tray is on its way! DHL is bringing it under tracking number JD014600003828, and it should be with you on March 6th.",
      "Your two Walnut Trays from order HP-900123 are in transit with UPS (tracking number JD014600003828) and should reach you on 5 March 2026.",
      "Your two Walnut Trays from order HP-900123 are in transit with DHL (tracking number JD014600003882) and should reach you on 5 March 2026.",
    ],
  },
  {
    template: "Order HP-900044 is cancelled. $48.50 will be back with you within 7 days.",
    faithful: [
      "All done, order HP-900044 is cancelled. You'll have your $48.50 back within a week.",
      "I have cancelled order HP-900044 for you. The $48.50 will be back with you within seven days.",
    ],
    unfaithful: [
      "I have cancelled order HP-900044 for you. The $48.50 will be back with you within seven business days.",
      "I have cancelled order HP-900044 for you. The $45.80 will be back with you within seven days.",
      "All done, order HP-900044 is cancelled. You'll have your $48.50 back within a week, plus a small discount for the trouble.",
    ],
  },
  {
    template: "You can return unopened goods within 14 days after delivery. You pay for the parcel.",
    faithful: [
      "You're welcome to return anything unopened within two weeks after delivery; you pay for the parcel.",
      "Unopened goods can be returned within 14 days after delivery. Please note that you cover the parcel.",
    ],
    unfaithful: [
      "You're welcome to return anything within two weeks after delivery; you pay for the parcel.",
      "Unopened goods can be returned within 14 days after delivery. Please note that we cover the parcel.",
      "Unopened goods can be returned within 30 days after delivery. Please note that you cover the parcel.",
    ],
  },
  {
    template: "Opened goods cannot be taken back unless they are faulty.",
    faithful: [
      "I'm sorry, but opened goods can't be taken back unless they are faulty.",
      "Unfortunately we cannot take back opened goods, unless there is a fault.",
    ],
    unfaithful: [
      "No problem, opened goods can be taken back unless they are faulty.",
      "I'm sorry, but opened goods can't be taken back.",
      "Unfortunately we cannot take back opened goods, unless there is a fault. In that case we send a free replacement.",
    ],
  },
  {
    template: "Linen Apron, navy is in stock: 3 pieces are left.",
    faithful: [
      "Yes, we have the Linen Apron in navy in stock: three pieces are left.",
      "The Linen Apron in navy is still available, with 3 pieces left in stock.",
    ],
    unfaithful: [
      "Yes, we have the Linen Apron in navy in stock: plenty are left.",
      "The Linen Apron in black is still available, with 3 pieces left in stock.",
      "The Linen Apron in navy is sold out, but 3 pieces are on their way.",
    ],
  },
  {
    template: "Stoneware Teapot costs $39.90 now.",
    faithful: [
      "The Stoneware Teapot is $39.90 at the moment.",
      "Right now the Stoneware Teapot costs $39.90. Let me know if you have any other questions!",
    ],
    unfaithful: [
      "The Stoneware Teapot is only $39.90 at the moment, down from $49.90.",
      "Right now the Stoneware Teapot costs €39.90.",
      "Right now the Stoneware Teapot costs $39.90, and shipping is free.",
    ],
  },
  {
    template: "Return R-20260114: the parcel has arrived. $120.00 should be with you by January 28.",
    faithful: [
      "Your parcel for return R-20260114 has arrived, and the $120.00 should be with you by January 28.",
      "Thanks for your patience! The parcel of return R-20260114 has arrived with us; $120 should be with you by 28 January.",
    ],
    unfaithful: [
      "Your parcel for return R-20260114 has arrived, and the $120.00 will definitely be with you by January 28.",
      "Your parcel for return R-20260114 has arrived, and the $120.00 should be with you by February 28.",
      "Your parcel for return R-20260114 has not arrived yet; the $120.00 should be with you by January 28.",
    ],
  },
  {
    template:
      "Standard delivery takes 3 to 5 business days and is free for orders of $60 or more.\n(from “Delivery times and costs”)",
    faithful: [
      "Standard delivery takes three to five business days, and it is free for orders of $60 or more (see “Delivery times and costs”).",
      "Your order arrives in 3–5 working days with standard delivery, which is free for orders of $60 or more. You can read this in “Delivery times and costs”.",
    ],
    unfaithful: [
      "Standard delivery takes three to five days, and it is free for orders of $60 or more (see “Delivery times and costs”).",
      "Standard delivery takes three to five business days, and it is free for orders of $50 or more (see “Delivery times and costs”).",
      "Standard delivery takes three to four business days, and it is free for orders of $60 or more.",
    ],
  },
  {
    template:
      "Order HP-900077 has already left us, so this can no longer be changed. Once it has arrived you can send it back.",
    faithful: [
      "Order HP-900077 has already left us, I'm afraid, so it can no longer be changed. You can send it back once it has arrived.",
      "I'm sorry, order HP-900077 has already left us and can't be changed any more. Once it has arrived you can send it back.",
    ],
    unfaithful: [
      "Order HP-900077 has already left us, but it can still be changed. You can send it back once it has arrived.",
      "I'm sorry, order HP-900077 has already left us and can't be changed any more. Once it has arrived you can't send it back.",
      "I'm sorry, order HP-900077 has already left us and can't be changed any more. Once it has arrived you can send it back and we will refund you.",
    ],
  },
  {
    template: "For Merino Sweater size M should fit you well. Size L is sold out at the moment.",
    faithful: [
      "Size M of the Merino Sweater should fit you well. Size L is sold out at the moment.",
      "For the Merino Sweater I'd go with size M, it should fit you well. Size L is out of stock right now.",
    ],
    unfaithful: [
      "Size L of the Merino Sweater should fit you well. Size M is sold out at the moment.",
      "For the Merino Sweater I'd go with size S, it should fit you well. Size L is out of stock right now.",
    ],
  },
  {
    template: "Our team is here Monday to Friday, 9:00 AM to 6:00 PM (Singapore time).",
    faithful: [
      "You can reach our team Monday to Friday from 9 am to 6 pm, Singapore time.",
      "We're here for you from Monday to Friday, 9:00 to 18:00 Singapore time.",
    ],
    unfaithful: [
      "You can reach our team Monday to Saturday from 9 am to 6 pm, Singapore time.",
      "We're here for you from Monday to Friday, 9:00 to 17:00 Singapore time.",
      "We're here for you from Monday to Friday, 9:00 to 18:00 London time.",
    ],
  },
  {
    template: "You are welcome. Is there anything else?",
    faithful: [
      "You're very welcome! Is there anything else I can do for you?",
      "My pleasure! Anything else I can help with?",
    ],
    unfaithful: [
      "You're very welcome! As a thank-you, use the code TEA10 on your next order.",
      "My pleasure! Shall I cancel the order as well?",
    ],
  },
];
