import path from "node:path";
import { allowsOrigins, type RemoteOptions } from "./remote-origins.ts";

/** The name of the lock of remote documents, which stands beside the config. */
export const remoteLockName = "schemaloom.lock.json";

/** The name of the folder beside it that holds their copies. */
export const remoteCopiesName = "schemaloom.remote";

/** The lock and the folder of copies that a run reads, by their absolute paths; none without origins. */
export function remoteFiles(remote: RemoteOptions): readonly string[] {
  if (!allowsOrigins(remote)) return [];
  return [remoteLockName, remoteCopiesName].map((name) => path.join(remote.directory, name));
}
