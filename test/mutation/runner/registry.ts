/** What a test or a hook does. */
export type Step = () => unknown;

/** A group of tests, with what runs before and after them. */
export interface Group {
  readonly name: string;
  readonly parent: Group | undefined;
  readonly beforeAll: Step[];
  readonly afterAll: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
}

/** A test as its file registered it. */
export interface RegisteredTest {
  readonly id: string;
  readonly file: string;
  readonly group: Group;
  readonly run: Step;
}

/** What the files that were imported last have registered. */
export interface Registry {
  readonly tests: RegisteredTest[];
  group: Group;
  file: string;
}

/** A group that has no tests yet. */
export function openGroup(name: string, parent: Group | undefined): Group {
  return { name, parent, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

/**
 * Where tests register: one place of the process, since each generation of modules has a registry of its own
 * only in name.
 */
export const registry: Registry = { tests: [], group: openGroup("", undefined), file: "" };

/** The names of a group and of those that hold it, from the outermost. */
export function namesOf(group: Group): readonly string[] {
  return group.parent === undefined ? [] : [...namesOf(group.parent), group.name];
}

/** A group and those that hold it, from the outermost. */
export function groupsOf(group: Group): readonly Group[] {
  return group.parent === undefined ? [group] : [...groupsOf(group.parent), group];
}
