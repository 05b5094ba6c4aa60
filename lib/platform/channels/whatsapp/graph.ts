export const GRAPH = "https://graph.facebook.com/v24.0";
