/** The name of somebody of the team, by address. */
export type NameOf = (email: string) => string;

type Named = { email: string; name: string };

/**
 * Names somebody of the team, by address, as colleagues know them: with the address where two have one name, and by the
 * address alone whoever has left the team.
 */
export function whoIsWho(members: readonly Named[]): NameOf {
  return (email) => {
    const name = members.find((member) => member.email === email.toLowerCase())?.name;
    if (name === undefined) return email;
    return members.filter((member) => member.name === name).length > 1 ? `${name}, ${email}` : name;
  };
}
