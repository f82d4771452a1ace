/** Times of day, with the day and the zone that they are in. */
export const moment = {
  today: (time: string) => `${time} today`,
  within6Days: ({ weekday, time }: { weekday: string; time: string }) => `${weekday} ${time}`,
  onDay: ({ weekday, day, time }: { weekday: string; day: string; time: string }) => `${weekday} ${day}, ${time}`,
  inZone: ({ moment, zone }: { moment: string; zone: string }) => `${moment}, ${zone}`,
  yourTime: 'your time',
  /** `city` is what `timeZone` (IANA) is named after, in English: London. */
  timeOf: ({ city }: { city: string; timeZone: string }) => `${city} time`,
};
