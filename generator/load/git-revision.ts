import { execFile, spawn } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { liesWithin } from "./input-roots.ts";

/** A commit of the repository that a folder lies in. */
export interface GitRevision {
  /** The absolute path of the repository's working tree. */
  readonly root: string;
  /** The object name of the commit. */
  readonly commit: string;
}

/** A file of a commit; a link's content is where it leads. */
interface TreeEntry {
  readonly object: string;
  /** POSIX path below the repository's root. */
  readonly path: string;
  readonly isLink: boolean;
}

const run = promisify(execFile);

/** Nothing is fetched, not even by a clone that has only a part of the objects, and nobody is asked. */
const quietEnvironment = {
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
};

async function git(cwd: string, ...words: readonly string[]): Promise<Buffer | undefined> {
  try {
    const { stdout } = await run("git", [...words], {
      cwd,
      encoding: "buffer",
      env: { ...process.env, ...quietEnvironment },
      maxBuffer: Infinity,
    });
    return stdout;
  } catch {
    return undefined;
  }
}

/**
 * Finds the commit that a revision names (gitrevisions(7)); `undefined` where it names none, or where
 * the folder lies in no repository.
 */
export async function findRevision(
  cwd: string,
  revision: string,
): Promise<GitRevision | undefined> {
  if (revision === "") return undefined;
  const [up, found] = await Promise.all([
    git(cwd, "rev-parse", "--show-cdup"),
    git(cwd, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`),
  ]);
  if (up === undefined || found === undefined) return undefined;
  const root = path.resolve(cwd, up.toString("utf8").trim());
  return { root, commit: found.toString("utf8").trim() };
}

/**
 * The text of a file of a revision; `undefined` where it has none at that path.
 *
 * @param file POSIX path below the repository's root
 */
export async function readRevisionFile(
  { root, commit }: GitRevision,
  file: string,
): Promise<string | undefined> {
  return (await git(root, "cat-file", "blob", `${commit}:${file}`))?.toString("utf8");
}

/**
 * Writes files of a revision below a folder, as they stand in the commit: no filter changes them.
 * Submodules are left out, and links that lead out of the tree.
 *
 * @param paths POSIX paths of files and folders below the repository's root; "" for all
 */
export async function writeRevision(
  revision: GitRevision,
  paths: readonly string[],
  folder: string,
): Promise<void> {
  const entries = await listTree(revision, paths);
  const contents = await readObjects(
    revision,
    entries.map(({ object }) => object),
  );
  for (const [index, entry] of entries.entries()) {
    const content = contents[index];
    const file = path.join(folder, entry.path);
    if (content === undefined) continue;
    await mkdir(path.dirname(file), { recursive: true });
    if (!entry.isLink) {
      await writeFile(file, content);
      continue;
    }
    const target = content.toString("utf8");
    const isInside = liesWithin(folder, path.resolve(path.dirname(file), target));
    if (isInside && !path.isAbsolute(target)) await symlink(target, file);
  }
}

async function listTree(
  { root, commit }: GitRevision,
  paths: readonly string[],
): Promise<readonly TreeEntry[]> {
  const wanted = paths.includes("") ? [] : paths;
  const words = ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...wanted];
  const listed = await git(root, "--literal-pathspecs", ...words);
  return (listed?.toString("utf8") ?? "").split("\0").flatMap((line): readonly TreeEntry[] => {
    const [, mode, kind, object, file] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
    if (kind !== "blob" || object === undefined || file === undefined) return [];
    return [{ object, path: file, isLink: mode === "120000" }];
  });
}

/** The contents of objects, in their order. */
async function readObjects(
  { root }: GitRevision,
  objects: readonly string[],
): Promise<readonly Buffer[]> {
  if (objects.length === 0) return [];
  const output = await new Promise<Buffer>((resolve, reject) => {
    const reader = spawn("git", ["cat-file", "--batch"], {
      cwd: root,
      env: { ...process.env, ...quietEnvironment },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    reader.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    reader.on("error", reject);
    reader.on("close", () => {
      resolve(Buffer.concat(chunks));
    });
    reader.stdin.end(`${objects.join("\n")}\n`);
  });
  const contents: Buffer[] = [];
  // Each object comes as a line "name kind size", its bytes, and the end of a line.
  for (let at = 0; at < output.length;) {
    const end = output.indexOf("\n", at);
    const size = Number(output.toString("utf8", at, end).split(" ")[2] ?? 0);
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return contents;
}
