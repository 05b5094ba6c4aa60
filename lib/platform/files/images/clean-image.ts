/** A picture without what tells about its maker, as it may be given to others. */
export interface CleanImage {
  bytes: Uint8Array;
  /** As stored; with an orientation of 5 to 8 it is shown turned by a quarter. */
  width: number;
  height: number;
  /** 1 to 8 as in EXIF; 1 is upright. */
  orientation: number;
}
