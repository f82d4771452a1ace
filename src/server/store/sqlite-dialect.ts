import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  SqliteAdapter,
  SqliteDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Part, SharedCommits } from './shared-commits.ts';
import { named } from './sqlite-errors.ts';

const MAX_STATEMENTS = 200;

/** Kysely over the SQLite that comes with Node; whatever is written at about the same time shares one commit. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;
  readonly #commits: SharedCommits;

  constructor(database: DatabaseSync, commits: SharedCommits) {
    super({ database: async () => Promise.reject(new Error('The driver below brings its own database.')) });
    this.#database = database;
    this.#commits = commits;
  }

  override createDriver(): Driver {
    return new NodeSqliteDriver(this.#database, this.#commits);
  }

  override createAdapter(): DialectAdapter {
    return new NodeSqliteAdapter();
  }
}

class NodeSqliteAdapter extends SqliteAdapter {
  /** SQLite does roll back changes of tables, so a migration is all or nothing, also when two processes start at once. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** There is one, and `SharedCommits` hands it around: Kysely would keep it from the others until the disk has synced. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #commits: SharedCommits;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, commits: SharedCommits) {
    this.#database = database;
    this.#commits = commits;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<NodeSqliteConnection> {
    return new NodeSqliteConnection(this.#commits, (query) => named(() => this.#run(query)));
  }

  async beginTransaction(connection: NodeSqliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: NodeSqliteConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: NodeSqliteConnection): Promise<void> {
    connection.rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#commits.close();
  }

  #run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = this.#prepared(sql);
    const values = parameters as SQLInputValue[];
    if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
    const { changes } = statement.run(...values);
    return { numAffectedRows: BigInt(changes), rows: [] };
  }

  /** The store asks the same few questions again and again, and understanding one takes longer than answering it. */
  #prepared(sql: string): StatementSync {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #commits: SharedCommits;
  readonly #run: <Row>(query: CompiledQuery) => QueryResult<Row>;
  #part: Part | undefined;

  constructor(commits: SharedCommits, run: <Row>(query: CompiledQuery) => QueryResult<Row>) {
    this.#commits = commits;
    this.#run = run;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = () => this.#run<Row>(query);
    if (this.#part) return this.#part.run(statement);
    switch (query.query.kind) {
      case 'SelectQueryNode':
        return this.#commits.read(statement);
      case 'RawNode':
        return this.#commits.alone(statement);
      default:
        return this.#commits.write(statement);
    }
  }

  async begin(): Promise<void> {
    this.#part = await this.#commits.begin();
  }

  async commit(): Promise<void> {
    const part = this.#part;
    this.#part = undefined;
    await part?.keep();
  }

  /** Kysely also rolls back what could not be committed; there is nothing left of that. */
  rollback(): void {
    const part = this.#part;
    this.#part = undefined;
    part?.undo();
  }

  streamQuery(): never {
    throw new Error('Rows of SQLite are not read one by one: the connection would be taken meanwhile.');
  }
}
