/** A bot's answer as its template gives it, with rewordings that say the same and such that say one thing otherwise. */
export interface GroundingCase {
  template: string;
  faithful: string[];
  unfaithful: string[];
}
