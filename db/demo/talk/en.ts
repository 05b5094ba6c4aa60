import type { Script } from "./topics";

export const EN: Script = {
  phrases: {
    hello: ["Hi", "Hello there", "Hi, is anyone around?", "Good morning", "Hey"],
    askNumber: [
      "Happy to look. Could you send me the order number? It starts with HP-.",
      "Sure. Which order is it? The number is in your confirmation e-mail.",
      "Let me check that for you. What's the order number, please?",
    ],
    giveNumber: ["{number}", "It's {number}", "Sure, {number}", "order {number}"],
    thanks: [
      "Great, thank you",
      "Perfect, thanks!",
      "OK, got it",
      "Brilliant, cheers",
      "Thanks, I'll keep an eye out",
    ],
    goodbye: [
      "You're welcome. Have a lovely day!",
      "Any time. Just write here if anything else comes up.",
      "My pleasure. Enjoy!",
    ],
    wantPerson: [
      "Can I talk to a person please?",
      "This isn't helping, I'd like a human",
      "Could a real person look at this?",
      "agent please",
    ],
    handoff: [
      "I'm bringing in a colleague. They can see everything you've written, so no need to repeat it.",
      "This one needs a person. I've passed it on, please stay in the chat.",
      "Let me get someone from the team for you. It won't be long.",
    ],
    agentHello: [
      "Hi, {agent} here. I've read through your messages.",
      "Hello, this is {agent}. Thanks for waiting.",
      "Hi! {agent} from Harbour & Pine, I'll take it from here.",
    ],
    agentDone: [
      "Does that work for you?",
      "Anything else I can sort out while I'm here?",
      "I'll write to you here as soon as it's done.",
    ],
    accept: ["Yes, that works", "That's fine, thank you", "OK, I'll wait to hear", "Sounds good", "Perfect"],
    notes: [
      "Second time this customer writes about a late parcel. Handle first.",
      "Asked the warehouse for the packing photo, waiting.",
      "Regular customer, fine to offer a voucher.",
      "Carrier says it is held at customs, release expected tomorrow.",
      "Replacement approved, stock reserved.",
    ],
    nudge: ["Hello?", "Is someone coming?", "How long will it be?", "I have to leave in ten minutes"],
    praise: ["Quick and friendly", "Sorted in two minutes", "Really helpful", "Faster than I expected"],
    blame: ["Took too long", "The bot went in circles", "Had to explain it three times"],
  },
  topics: {
    order_tracking: {
      asks: [
        "Where is my order {number}?",
        "Hi, can you tell me where {number} is at the moment?",
        "Any news on the {product} I ordered last week?",
        "My tracking page is blank. Has my parcel been shipped?",
        "Could I get the tracking number for {number}?",
        "Just checking on my delivery",
      ],
      bot: [
        "Order {number} left our warehouse on {shipped} with {carrier}, tracking number {tracking}. It is on its way and due by {eta}.",
        "Good news: your parcel ({number}) is moving. {carrier} has it under {tracking}, and it should reach you by {eta}.",
        "{number} was handed to {carrier} on {shipped}. Tracking: {tracking}. Expected by {eta}.",
      ],
      agent: [
        "I checked with {carrier}: {tracking} is moving normally and should be with you by {eta}. I'll keep an eye on it.",
      ],
    },
    delivery_expedite: {
      asks: [
        "{number} was supposed to be here by {eta}. What's going on?",
        "The tracking hasn't moved in four days. Can you chase it?",
        "I need this for the weekend, please hurry {number} along",
        "Is my parcel lost? It's past the date you gave me",
      ],
      bot: [
        "I'm sorry about the wait. {number} was due by {eta} and is running late with {carrier} ({tracking}). I've raised it with them and you'll hear within 24 hours.",
        "You're right, {number} is late. {carrier} still shows {tracking} in transit. I've asked them to find out why.",
      ],
      agent: [
        "I've opened a trace with {carrier} on {tracking}. If it isn't moving by tomorrow noon I'll send a replacement at no cost.",
        "Really sorry about this. {carrier} held it at customs and has now released it. I've added a voucher to your account for the trouble.",
      ],
    },
    delivery_time: {
      asks: [
        "When will {number} ship?",
        "I paid yesterday, has it gone out yet?",
        "How long until the {product} I ordered leaves the warehouse?",
        "Any idea when {number} will be sent?",
      ],
      bot: [
        "{number} is paid and being packed. Orders leave within 48 hours, and you'll get the tracking number by e-mail.",
        "Your order {number} is in the packing queue and should ship today or tomorrow. International delivery takes 6 to 11 days from there.",
      ],
      agent: ["The warehouse confirms {number} goes out this afternoon."],
    },
    order_cancel: {
      asks: [
        "Can I cancel {number}? I ordered the wrong one",
        "Please cancel my order {number}",
        "Changed my mind, is it too late to cancel?",
        "I bought it twice by accident, cancel one please",
      ],
      bot: [],
      agent: [
        "{number} hadn't left yet, so I've cancelled it. {amount} goes back to your card, usually within 3 working days.",
        "Done, it's cancelled and there's no charge. You'll get a confirmation by e-mail.",
      ],
    },
    address_change: {
      asks: [
        "I put the wrong address on {number}, can you change it?",
        "Can you send {number} to my office instead?",
        "The flat number is missing on my order, please add it",
        "Wrong phone number on {number}, how do I fix it?",
      ],
      bot: [],
      agent: [
        "It's still with us, so yes. Send me the full new address and I'll reprint the label.",
        "Updated. The courier will have the new details when it ships.",
      ],
    },
    return_request: {
      asks: [
        "I'd like to send the {product} back, the colour doesn't work in our room",
        "How do I send back {number}?",
        "I'd like to return part of my order",
        "Not what I expected. Return for {number} please",
        "Can I still return this?",
      ],
      bot: [
        'Of course. {number} was delivered on {delivered}, so you\'re within the 30 days. Open the order, choose "Return items" and print the label. Refunds follow within 3 days of arrival.',
        "Yes, you can return the {product}. Start it from your order page, keep the original packaging if you have it, and we'll e-mail a prepaid label.",
      ],
      agent: [
        "I've set up the return and e-mailed you the label. You'll get {amount} back once it's scanned in.",
        "Keep the packaging and the courier will collect it. No charge for you.",
      ],
    },
    refund_status: {
      asks: [
        "I sent my return back, when do I get the money?",
        "Refund for {number} still hasn't arrived",
        "Could you check the refund on {number}?",
        "How long do refunds take to show up?",
      ],
      bot: [
        "I can see the return for {number}. {amount} goes back to your original payment method after inspection, usually within 3 working days.",
        "Your return on {number} is being processed. The refund of {amount} will go to the card you paid with, and we'll e-mail you when it's sent.",
      ],
      agent: ["Finance released {amount} for {number} this morning. Banks take a day or two to show it."],
    },
    damaged_item: {
      asks: [
        "The {product} arrived cracked",
        "{number} turned up broken, what now?",
        "#LGT,APP,TEC My {product} won't switch on, I've tried other sockets",
        "One corner is badly dented, quite disappointed",
        "It came in pieces! Order {number}",
      ],
      bot: [],
      agent: [
        "I'm so sorry. If you send a photo of the damage I'll ship a new {product} today, and you can keep or recycle the old one.",
        "That's not how it should arrive. Would you rather have a replacement or {amount} back?",
      ],
    },
    missing_item: {
      asks: [
        "One item is missing from {number}",
        "#FUR There were no screws with the {product}",
        "I ordered two things and only got one",
      ],
      bot: [],
      agent: [
        "The packing photo shows you're right. The missing piece goes out today, tracking to follow.",
        "#FUR Sorry about that, the fittings pack leaves by express this afternoon.",
      ],
    },
    exchange_request: {
      asks: [
        "Can I swap the {product} for another colour?",
        "Wrong size, I'd like to exchange it, order {number}",
        "Could I change {number} for the larger one and pay the difference?",
      ],
      bot: [
        'Yes. Open {number}, choose "Exchange" and pick the version you\'d like. We ship the new one as soon as the return is scanned.',
        "You can exchange within 30 days. The difference in price is settled automatically on {number}.",
      ],
      agent: ["I've reserved the other one for you and the label is in your inbox."],
    },
    invoice: {
      asks: [
        "Can I get an invoice for {number}?",
        "I need a VAT invoice with my company name",
        "The name on my invoice is wrong",
        "Where do I download the receipt?",
      ],
      bot: [
        'You\'ll find it under "Invoice" on the order page of {number}. You can enter a company name and tax number there and download the PDF at once.',
        "Invoices are on the order page. If a name is wrong, edit it there and a corrected one is issued within a day.",
      ],
      agent: ["I've reissued it with the company name, it's in your inbox."],
    },
    product_info: {
      asks: [
        "What are the exact dimensions of the {product}?",
        "How do I clean the {product}?",
        "Can you gift-wrap the {product}?",
        "#LGT Can the {product} be dimmed?",
        "#LGT Which bulb comes with the {product}?",
        "#APP,TEC Can I change the plug type on the {product}?",
        "#APP,TEC Will the {product} work with 110 V?",
        "#FUR Will the {product} come assembled?",
        "#FUR How much weight can the {product} take?",
      ],
      bot: [
        '{product}, {price}: dimensions, materials and care are under "Details" on the product page. What would you like to know exactly?',
        "Here you go: {product}. The full data sheet is on its page, and you have 30 days to return it if it isn't right.",
        "#FUR {product}: it ships flat with the tools included and takes about twenty minutes to put together.",
      ],
      agent: [
        "I asked our product team and sent the data sheet and care notes to your e-mail. Gift wrapping is free, just tell me.",
        "#LGT I asked our product team: it comes with a 3000 K bulb and dims with any standard dimmer.",
        "#APP,TEC I asked our product team: it runs on 100 to 240 V, and we include the adapter for your country for free.",
        "#FUR About twenty minutes with the tools in the box, and it holds 120 kg.",
      ],
    },
    product_availability: {
      asks: [
        "Do you have the {product} in stock?",
        "When will the {product} be back?",
        "Do you have four of the {product}?",
        "Can I still get the {product} before the holidays?",
      ],
      bot: [
        "{product}: available at {price}, leaves within 48 hours.",
        "{product}: can be ordered now at {price}. Stock is moving, so I wouldn't wait too long.",
      ],
      agent: ["We have four, I've put them aside for you until tonight."],
    },
    shipping_fee: {
      asks: [
        "How much is shipping to Canada?",
        "Is delivery free?",
        "What's the minimum for free shipping?",
        "Do you ship to Ireland?",
      ],
      bot: [
        "Delivery is free from $69. Below that it's $9.90, shown at checkout before you pay.",
        "We ship to most countries. It's $9.90 flat and free from $69.",
      ],
      agent: ["For that one I'd count on $24 because of its size. I can combine it with your other order."],
    },
    coupon_use: {
      asks: [
        "My code isn't working",
        "Where do I enter a voucher?",
        "It says the coupon has expired but I got it yesterday",
        "Can I use two codes on one order?",
      ],
      bot: [
        'Codes go in at checkout under "Voucher". One per order, and reduced items don\'t count towards the minimum.',
        "Your vouchers are under Account, Vouchers. The best one is applied for you at checkout.",
      ],
      agent: ["That code was for first orders only. I've added one that works for you."],
    },
    promotion_inquiry: {
      asks: [
        "Any offers at the moment?",
        "Is there a Black Friday deal?",
        "Do I get a discount if I buy two?",
        "Is the sale price going to last?",
      ],
      bot: [
        "Right now you save $4 for every $42 you spend, up to five times. It comes off automatically.",
        "The current offer applies to the whole shop and can be combined with one voucher.",
      ],
      agent: ["For that quantity I can take another 5 % off."],
    },
    warranty_repair: {
      asks: [
        "How long is the warranty on the {product}?",
        "#LGT,APP,TEC My {product} stopped working after a few days",
        "Is {number} still under warranty?",
      ],
      bot: [
        "Appliances have two years and furniture five. {number} was delivered on {delivered}, so it's covered. What exactly is wrong with it?",
      ],
      agent: [
        "It's covered. I'm sending a new one, please use the same box to send the old one back at our cost.",
      ],
    },
    human_agent: {
      asks: ["I want to speak to a human", "Can I talk to someone?", "Real person please", "agent"],
      bot: [],
      agent: ["I'm here. What happened?", "Hello! Tell me what's going on and I'll sort it."],
    },
    complaint: {
      asks: [
        "This is the second time you're late. I want to make a complaint about {number}",
        "You promised {eta} and nothing came. Not acceptable",
        "The courier left it in the rain, I want to complain",
      ],
      bot: [],
      agent: [
        "You have every reason to be annoyed, and I'm sorry. I've escalated {number}, and you'll have an answer tonight. If it isn't there tomorrow you get a full refund.",
      ],
    },
  },
};
