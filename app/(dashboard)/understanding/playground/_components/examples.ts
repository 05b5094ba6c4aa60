/** What customers write, to try the model with; each in the language that it tries. */
export const EXAMPLES = [
  { language: "zh", text: "我的快递三天没动了，单号SF1429538830012，再不到我就要退款了" },
  { language: "en", text: "The walnut desk lamp from order HP-20431 arrived cracked, I want my $59.90 back" },
  {
    language: "es",
    text: "Hola, ¿puedo cambiar la talla M del pedido HP-19877 por una L? Mido 1,80 y peso 82 kilos",
  },
] as const;
