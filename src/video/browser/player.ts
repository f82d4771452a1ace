/** A video that plays, ours or another site's. */
export type Player = {
  element: HTMLElement;
  /** Goes to a second and plays on. */
  seek: (second: number) => void;
  /** Absent where the player of another site has its own control. */
  setSpeed?: (speed: number) => void;
};

export type PlayerEvents = {
  /** Called a few times a second while it plays, and when it stops. */
  onTime: (second: number) => void;
  /** It cannot be played at all. */
  onTrouble: () => void;
};
