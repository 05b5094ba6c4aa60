import type { TextLanguage } from "../text-language";
import type { GroundingCase } from "./case";

/**
 * Written after the rules were done: how they hold on answers that nobody thought of. At first sight none of the 27
 * unfaithful ones passed, and 16 of the 18 faithful ones; the two showed mistakes that are mended now.
 */
export const UNSEEN_CASES: [TextLanguage, GroundingCase[]][] = [
  [
    "en",
    [
      {
        template: "Requested: $12.30 for order HP-901200 will be back with you within 5 days.",
        faithful: [
          "I've put in the request, and you will get $12.30 back for order HP-901200 within five days.",
          "Done! The $12.30 for order HP-901200 will be back with you within 5 days.",
        ],
        unfaithful: [
          "Done! The $12.30 for order HP-901200 will be back with you after 5 days.",
          "Done! The $12.30 for order HP-901200 is already back with you.",
          "Done! The $13.20 for order HP-901200 will be back with you within 5 days.",
        ],
      },
      {
        template:
          "Your exchange is registered. Write E-20260118 on the parcel and send it before February 4; the new item leaves when it has arrived.",
        faithful: [
          "Your exchange is registered! Please write E-20260118 on the parcel and send it before February 4. The new item leaves once yours has arrived.",
          "All set, the exchange is registered. Just write E-20260118 on the parcel, send it before 4 February, and the new item leaves when it has arrived.",
        ],
        unfaithful: [
          "Your exchange is registered! Please write E-20260118 on the parcel and send it after February 4. The new item leaves once yours has arrived.",
          "Your exchange is registered! Please write E-20260118 on the parcel and send it before February 4. We'll send the new item right away.",
          "Your exchange is registered! Please write E-20260181 on the parcel and send it before February 4. The new item leaves once yours has arrived.",
        ],
      },
      {
        template: "The wool blanket can be washed at 30 degrees. It is not suitable for the dryer.",
        faithful: [
          "You can wash the wool blanket at 30 degrees, but please note that it is not suitable for the dryer.",
          "Good question! The wool blanket is washable at 30 degrees. Please keep it out of the dryer, it isn't suitable for that.",
        ],
        unfaithful: [
          "You can wash the wool blanket at 40 degrees, but please note that it is not suitable for the dryer.",
          "You can wash the wool blanket at 30 degrees, and it is suitable for the dryer.",
          "You can wash the cotton blanket at 30 degrees, but please note that it is not suitable for the dryer.",
        ],
      },
    ],
  ],
  [
    "es",
    [
      {
        template: "Solicitado: recibirás 12,30 € por el pedido HP-901200 en un plazo de 5 días.",
        faithful: [
          "Ya lo he solicitado: en un plazo de cinco días recibirás 12,30 € por el pedido HP-901200.",
          "¡Hecho! Recibirás los 12,30 euros del pedido HP-901200 en un plazo de 5 días.",
        ],
        unfaithful: [
          "¡Hecho! Recibirás los 12,30 euros del pedido HP-901200 después de 5 días.",
          "¡Hecho! Recibirás los 12,30 euros del pedido HP-901200 en un plazo de 15 días.",
          "¡Hecho! Recibirás los 12,30 euros del pedido HP-901200 en un plazo de 5 días y un regalo sorpresa.",
        ],
      },
      {
        template: "La manta de lana se puede lavar a 30 grados. No es apta para secadora.",
        faithful: [
          "Puedes lavar la manta de lana a 30 grados, pero no es apta para secadora.",
          "La manta de lana se lava a treinta grados; eso sí, no es apta para secadora.",
        ],
        unfaithful: [
          "Puedes lavar la manta de lana a 60 grados, pero no es apta para secadora.",
          "Puedes lavar la manta de lana a 30 grados y es apta para secadora.",
          "Puedes lavar la manta de algodón a 30 grados, pero no es apta para secadora.",
        ],
      },
      {
        template: "El código TE10 da un 10 % de descuento en pedidos desde 50 € hasta el 31 de enero.",
        faithful: [
          "Con el código TE10 tienes un 10 % de descuento en pedidos desde 50 €, hasta el 31 de enero.",
          "¡Sí! El código TE10 te da un diez por ciento de descuento en pedidos desde 50 euros hasta el 31 de enero.",
        ],
        unfaithful: [
          "Con el código TE10 tienes un 15 % de descuento en pedidos desde 50 €, hasta el 31 de enero.",
          "Con el código TE10 tienes un 10 % de descuento en todos los pedidos, hasta el 31 de enero.",
          "Con el código TE10 tienes un 10 % de descuento y envío gratis en pedidos desde 50 €, hasta el 31 de enero.",
        ],
      },
    ],
  ],
  [
    "zh",
    [
      {
        template: "已为您申请：订单 HP-901200 的 ¥12.30 会在 5 天内退回。",
        faithful: [
          "已经帮您申请好了，订单 HP-901200 的12.30元会在五天内退回。",
          "好的，申请已提交，HP-901200 这笔订单的 ¥12.30 将在5天内退回给您。",
        ],
        unfaithful: [
          "已经帮您申请好了，订单 HP-901200 的12.30元已经退回。",
          "已经帮您申请好了，订单 HP-901200 的12.30元会在五个工作日内退回。",
          "已经帮您申请好了，订单 HP-901200 的12.30元会在五天内退回，另外再补偿您一张券。",
        ],
      },
      {
        template: "羊毛毯可以 30 度水洗，不能烘干。",
        faithful: [
          "羊毛毯可以用30度的水清洗，但是不能烘干哦。",
          "您好，这款羊毛毯支持 30 度水洗，不能烘干。",
        ],
        unfaithful: [
          "羊毛毯可以用40度的水清洗，但是不能烘干哦。",
          "羊毛毯可以用30度的水清洗，也可以烘干哦。",
          "棉毯可以用30度的水清洗，但是不能烘干哦。",
        ],
      },
      {
        template: "优惠码 TEA10 满 200 元可打九折，1月31日前有效。",
        faithful: [
          "优惠码 TEA10 在1月31日前有效，满200元就可以打9折。",
          "可以的，用优惠码 TEA10，订单满 200 元打九折，1月31日前有效哦。",
        ],
        unfaithful: [
          "优惠码 TEA10 在1月31日前有效，满200元就可以打8折。",
          "优惠码 TEA10 在1月31日前有效，不限金额都可以打9折。",
          "优惠码 TEA10 长期有效，满200元就可以打9折。",
        ],
      },
    ],
  ],
];
