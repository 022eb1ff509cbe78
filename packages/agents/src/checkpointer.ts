import type { RunnableConfig } from "@langchain/core/runnables";
import { MemorySaver } from "@langchain/langgraph";
import type {
  ChannelVersions,
  Checkpoint,
  CheckpointMetadata,
  SerializerProtocol,
} from "@langchain/langgraph-checkpoint";
import { z } from "zod";

/**
 * Plain JSON, in and out.
 *
 * The stock serializer revives objects that look like LangChain constructors. Our state holds what
 * models and people wrote, so nothing in it may ever become more than data.
 */
const plainJson: SerializerProtocol = {
  async dumpsTyped(value: unknown): Promise<[string, Uint8Array]> {
    return ["json", new TextEncoder().encode(JSON.stringify(value ?? null))];
  },
  async loadsTyped(_type: string, data: Uint8Array | string): Promise<unknown> {
    return JSON.parse(typeof data === "string" ? data : new TextDecoder().decode(data));
  },
};

/** One thread as it is stored: its newest checkpoint per namespace and the writes that wait on it. */
const StoredThread = z.object({
  v: z.literal(1),
  thread: z.string(),
  spaces: z.array(
    z.object({
      ns: z.string(),
      id: z.string(),
      checkpoint: z.string(),
      metadata: z.string(),
      /** Task, channel, value and path by key. */
      writes: z.record(z.string(), z.tuple([z.string(), z.string(), z.string(), z.string()])),
    }),
  ),
});
type StoredThread = z.infer<typeof StoredThread>;
type Space = Record<string, [Uint8Array, Uint8Array, string | undefined]>;

const StoredCheckpoint = z.object({
  channel_values: z.record(z.string(), z.unknown()),
  channel_versions: z.record(z.string(), z.union([z.number(), z.string()])),
});

/**
 * Keeps the checkpoints of running threads in memory and carries one over its pause as a string.
 *
 * A thread is a run. While it runs nothing is stored; when it interrupts, `serialize` gives the one
 * string that goes into the transaction of its card, and `restore` lets any other process resume it.
 */
export class RunCheckpointer extends MemorySaver {
  /** Channel values that are stored, as thread, namespace, channel and version. */
  private readonly stored = new Set<string>();

  constructor() {
    super(plainJson);
  }

  /** Stores a checkpoint with the channel values that are new in it or were stored before. */
  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions = checkpoint.channel_versions,
  ): Promise<RunnableConfig> {
    const space: unknown[] = [
      config.configurable?.["thread_id"],
      config.configurable?.["checkpoint_ns"] ?? "",
    ];
    const key = (channel: string, version: unknown) => JSON.stringify([...space, channel, version]);
    for (const [channel, version] of Object.entries(newVersions)) {
      this.stored.add(key(channel, version));
    }
    const kept = Object.entries(checkpoint.channel_values).filter(([channel]) =>
      this.stored.has(key(channel, checkpoint.channel_versions[channel])),
    );
    const lean = { ...checkpoint, channel_values: Object.fromEntries(kept) };
    return super.put(config, lean, metadata);
  }

  /** Forgets a thread. */
  override async deleteThread(threadId: string): Promise<void> {
    const prefix = JSON.stringify([threadId]).slice(0, -1);
    for (const key of this.stored) if (key.startsWith(prefix)) this.stored.delete(key);
    await super.deleteThread(threadId);
  }

  /** Gives the newest checkpoint of a thread with its pending writes; older ones cannot be resumed. */
  serialize(threadId: string): string {
    const spaces = Object.entries(this.storage[threadId] ?? {}).flatMap(([ns, checkpoints]) => {
      const id = Object.keys(checkpoints).toSorted().at(-1);
      const saved = id === undefined ? undefined : checkpoints[id];
      if (id === undefined || saved === undefined) return [];
      const writes = this.writes[JSON.stringify([threadId, ns, id])] ?? {};
      return {
        ns,
        id,
        checkpoint: text(saved[0]),
        metadata: text(saved[1]),
        writes: Object.fromEntries(
          Object.entries(writes).map(([key, [task, channel, value, path]]) => [
            key,
            written(task, channel, text(value), path ?? ""),
          ]),
        ),
      };
    });
    if (spaces.length === 0) throw new Error(`thread ${threadId} has no checkpoint`);
    return JSON.stringify({ v: 1, thread: threadId, spaces } satisfies StoredThread);
  }

  /** Puts a serialized thread in place of whatever this saver knew of it and returns its id. */
  restore(blob: string): string {
    const stored = StoredThread.parse(JSON.parse(blob));
    const namespaces: Record<string, Space> = {};
    for (const { ns, id, checkpoint, metadata, writes } of stored.spaces) {
      const { channel_values: values, channel_versions: versions } = StoredCheckpoint.parse(
        JSON.parse(checkpoint),
      );
      for (const channel of Object.keys(values)) {
        this.stored.add(JSON.stringify([stored.thread, ns, channel, versions[channel]]));
      }
      namespaces[ns] = { [id]: [bytes(checkpoint), bytes(metadata), undefined] };
      this.writes[JSON.stringify([stored.thread, ns, id])] = Object.fromEntries(
        Object.entries(writes).map(([key, [task, channel, value, path]]) => [
          key,
          [task, channel, bytes(value), path],
        ]),
      );
    }
    this.storage[stored.thread] = namespaces;
    return stored.thread;
  }
}

function written(...write: [string, string, string, string]): [string, string, string, string] {
  return write;
}

function text(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}

function bytes(data: string): Uint8Array {
  return new TextEncoder().encode(data);
}
