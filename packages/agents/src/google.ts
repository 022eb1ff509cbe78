import { ChatGoogleGenerativeAI } from "@langchain/google-genai";

import { checkFrame, classify } from "./google-failures.ts";
import { modelFailure } from "./model-failure.ts";

export type GoogleConfig = {
  apiKey: string;
  model: string;
  baseUrl?: string | undefined;
  maxOutputTokens: number;
  /** How much the model may think before it answers. */
  thinking?: "LOW" | "MEDIUM" | "HIGH";
  /** When given, answers are JSON of this form. */
  responseSchema?: object;
};

type Content = { role: string; parts: unknown[] };
type Request = {
  generationConfig?: object;
  contents?: Content[];
  tools?: { functionDeclarations?: { parameters?: { properties?: object } }[] | undefined }[];
};
type Streaming = { stream: AsyncIterable<unknown>; response: Promise<unknown> };
type Client = {
  generateContentStream(request: Request, options?: { signal?: AbortSignal }): Promise<Streaming>;
};

/**
 * Makes Gemini's chat model with the holes of its client closed.
 *
 * It always streams (`invoke` ignores signals on a silent server) and never retries by itself. Every
 * failure, also one that the client would pass off as a short answer, is a typed model failure.
 */
export function googleModel(config: GoogleConfig): ChatGoogleGenerativeAI {
  const model = new ChatGoogleGenerativeAI({
    apiKey: config.apiKey,
    model: config.model,
    maxOutputTokens: config.maxOutputTokens,
    maxRetries: 0,
    streaming: true,
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
    ...(config.thinking === undefined
      ? {}
      : { thinkingConfig: { thinkingLevel: config.thinking } }),
  });
  const client: unknown = Reflect.get(model, "client");
  if (!isClient(client)) throw new Error("the Gemini client has changed its shape");
  // The model looks its client up at every call; everything else about it stays the library's.
  Reflect.set(model, "client", guarded(client, config.responseSchema));
  return model;
}

function isClient(value: unknown): value is Client {
  return typeof value === "object" && value !== null && "generateContentStream" in value;
}

function guarded(client: Client, responseSchema: object | undefined): Client {
  const generateContentStream: Client["generateContentStream"] = async (request, options = {}) => {
    options.signal?.throwIfAborted();
    // Ours, so that a reader who leaves early also closes the connection.
    const own = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, own.signal]) : own.signal;
    try {
      const { stream, response } = await client.generateContentStream(
        tidy(request, responseSchema),
        {
          signal,
        },
      );
      // The client gathers everything a second time; nobody waits for that, so nobody hears it fail.
      response.catch(() => undefined);
      return { stream: checked(stream, own, options.signal), response };
    } catch (error) {
      options.signal?.throwIfAborted();
      throw classify(error);
    }
  };
  return new Proxy(client, {
    get: (target, key): unknown =>
      key === "generateContentStream" ? generateContentStream : Reflect.get(target, key),
  });
}

/** Passes frames on and fails where the client would end quietly. */
async function* checked(
  stream: AsyncIterable<unknown>,
  own: AbortController,
  signal?: AbortSignal,
) {
  let ended: "stop" | "full" | undefined;
  let said = false;
  try {
    for await (const frame of stream) {
      const { end, content } = checkFrame(frame);
      ended ??= end;
      said ||= content;
      yield frame;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw classify(error);
  } finally {
    own.abort();
  }
  signal?.throwIfAborted();
  if (ended === "full") throw modelFailure("tooLong");
  if (ended === undefined) throw modelFailure("cut");
  if (!said) throw modelFailure("empty");
}

/**
 * Brings a request into the form that the service demands and the client does not give.
 *
 * The answers to parallel calls belong into one turn, and a function without arguments has no
 * parameters at all.
 */
function tidy(request: Request, responseSchema: object | undefined): Request {
  const contents = (request.contents ?? []).reduce<Content[]>((turns, { role, parts }) => {
    const last = turns.at(-1);
    if (last?.role === role) last.parts.push(...parts);
    else turns.push({ role, parts: [...parts] });
    return turns;
  }, []);
  const tools = request.tools?.map((tool) => ({
    ...tool,
    functionDeclarations: tool.functionDeclarations?.map(({ parameters, ...rest }) =>
      Object.keys(parameters?.properties ?? {}).length > 0 ? { ...rest, parameters } : rest,
    ),
  }));
  const generationConfig = responseSchema && {
    ...request.generationConfig,
    responseSchema,
    responseMimeType: "application/json",
  };
  return {
    ...request,
    contents,
    ...(tools && { tools }),
    ...(generationConfig && { generationConfig }),
  };
}
