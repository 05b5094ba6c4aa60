import "server-only";

export { changePassword, signOutEverywhere } from "./change-password";
