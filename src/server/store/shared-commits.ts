import type { DatabaseSync } from 'node:sqlite';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { isBusy, named } from './sqlite-errors.ts';

const RETRY_MS = 5;
const JOINED_FOR_MS = 10;

/** A commit that is still to come, and all that will be in it. */
type Group = {
  /** Settles once the group is on the disk, or cannot get there. */
  committed: PromiseWithResolvers<undefined>;
  size: number;
  failure?: unknown;
};

/** Something that is being done by its own savepoint within a group; the turn is its own until it ends. */
export type Part = {
  /** Throws the reason where the group was lost meanwhile, and this part of it. */
  run: <Result>(statement: () => Result) => Result;
  /** Keeps the part, and returns when it is on the disk. */
  keep: () => Promise<void>;
  undo: () => void;
};

/**
 * Lets all that is written at about the same time share one commit, and so one sync of the disk, which is what takes
 * long. Each part stands in a savepoint of its own, so that one that fails leaves the others alone; whoever waits for
 * one is answered after the commit that holds it. One connection only; turns are taken in the order of asking.
 */
export class SharedCommits {
  readonly #database: DatabaseSync;
  readonly #busyTimeoutMs: number;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #group: Group | undefined;

  constructor(database: DatabaseSync, busyTimeoutMs: number) {
    this.#database = database;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  /** What is read may be part of a group that is not on the disk yet, so it is handed out only when that is. */
  async read<Result>(statement: () => Result): Promise<Result> {
    const askedAt = performance.now();
    const endTurn = await this.#takeTurn();
    try {
      const result = await this.#patiently(statement, askedAt);
      const committed = this.#group?.committed.promise;
      endTurn();
      await committed;
      return result;
    } finally {
      endTurn();
    }
  }

  /** One statement, which undoes itself where it fails. */
  async write<Result>(statement: () => Result): Promise<Result> {
    const part = await this.begin();
    let result: Result;
    try {
      result = part.run(statement);
    } catch (error) {
      part.undo();
      throw error;
    }
    await part.keep();
    return result;
  }

  /** What can stand in no transaction, such as a pragma. */
  async alone<Result>(statement: () => Result): Promise<Result> {
    const askedAt = performance.now();
    const endTurn = await this.#takeTurn();
    try {
      this.#commit();
      return await this.#patiently(statement, askedAt);
    } finally {
      endTurn();
    }
  }

  async begin(): Promise<Part> {
    const askedAt = performance.now();
    const endTurn = await this.#takeTurn();
    try {
      const group = (this.#group ??= await this.#open(askedAt));
      group.size += 1;
      const run: Part['run'] = (statement) => this.#runIn(group, statement);
      const exec = (sql: string) => run(() => named(() => this.#database.exec(sql)));
      exec('savepoint part');
      return {
        run,
        keep: async () => {
          try {
            exec('release part');
          } finally {
            endTurn();
          }
          await group.committed.promise;
        },
        undo: () => {
          try {
            if (group.failure === undefined) exec('rollback to part; release part');
          } finally {
            endTurn();
          }
        },
      };
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.alone(() => this.#database.isOpen && this.#database.close());
  }

  async #open(askedAt: number): Promise<Group> {
    // Takes the lock for writing at once: one taken in the middle can fail with no way to wait for it.
    await this.#patiently(() => named(() => this.#database.exec('begin immediate')), askedAt);
    const group: Group = { committed: Promise.withResolvers(), size: 0 };
    // A group may be lost while all who were in it are still on their way to wait for it.
    group.committed.promise.catch(() => undefined);
    void this.#commitSoon(group);
    return group;
  }

  /** As soon as nobody joins any more: a sync stops everything else, so those who come with it had better share it. */
  async #commitSoon(group: Group): Promise<void> {
    // Under a load that never pauses there is always one more.
    const closesAt = performance.now() + JOINED_FOR_MS;
    let before: number;
    do {
      before = group.size;
      await setImmediate();
    } while (group.size > before && performance.now() < closesAt);
    // Those who wait for their turn by now go first, and those who come later go into the next group.
    const endTurn = await this.#takeTurn();
    try {
      if (this.#group === group) this.#commit();
    } finally {
      endTurn();
    }
  }

  #commit(): void {
    const group = this.#group;
    if (!group) return;
    this.#group = undefined;
    try {
      named(() => this.#database.exec('commit'));
      group.committed.resolve(undefined);
    } catch (error) {
      this.#lose(group, error);
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('rollback');
    }
  }

  #runIn<Result>(group: Group, statement: () => Result): Result {
    if (group.failure !== undefined) throw group.failure;
    try {
      return statement();
    } catch (error) {
      // Where there is no room, or the disk fails, SQLite may roll back by itself all that the group holds.
      if (!this.#database.isOpen || !this.#database.isTransaction) this.#lose(group, error);
      throw error;
    }
  }

  #lose(group: Group, failure: unknown): void {
    if (this.#group === group) this.#group = undefined;
    group.failure = failure;
    group.committed.reject(failure);
  }

  /**
   * Tries again while another connection writes. SQLite's own busy timeout would block the whole server meanwhile, and
   * for ever if the other connection is in this very process.
   */
  async #patiently<Result>(statement: () => Result, askedAt: number): Promise<Result> {
    for (;;) {
      try {
        return statement();
      } catch (error) {
        if (!isBusy(error) || performance.now() > askedAt + this.#busyTimeoutMs) throw error;
        await setTimeout(RETRY_MS);
      }
    }
  }

  /** Waits for everybody who asked before; gives the way to end the turn, which may be gone more than once. */
  async #takeTurn(): Promise<() => void> {
    const before = this.#lastTurn;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#lastTurn = promise;
    await before;
    return () => resolve(undefined);
  }
}
