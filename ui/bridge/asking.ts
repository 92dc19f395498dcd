/** Asking from a component: answers are kept by TanStack Query and asked anew after every act and every `changed`. */
import {
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  type QueryFilters,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { call, type Name, type Request, type Response } from "./door";

/** One store of answers for the whole page. Nothing is asked twice by itself: a refusal stays a refusal. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});

interface AskOptions {
  /** Do not ask yet. */
  enabled?: boolean;
  /** Keep showing the former answer until the new one is there (default true: nothing jumps). */
  keep?: boolean;
}

/** What the core answers to `name(request)`; asked again whenever something changed. */
export function useAsk<N extends Name>(name: N, request: Request<N>, options: AskOptions = {}): UseQueryResult<Response<N>> {
  return useQuery<Response<N>>({
    queryKey: [name, request],
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    placeholderData: options.keep === false ? undefined : (keepPreviousData as never),
  });
}

/**
 * Everything shown is asked anew. A question still on its way was asked before the change: its answer would count as
 * fresh although it may be old, so it is dropped first.
 */
export async function refresh(which: QueryFilters = {}): Promise<void> {
  await answers.cancelQueries(which);
  await answers.invalidateQueries(which);
}

/** An act: when it has succeeded, everything shown is asked anew, unless it changes nothing in the book (`changes` false). */
export function useAct<N extends Name>(name: N, after?: (answer: Response<N>) => void, changes = true): UseMutationResult<Response<N>, Error, Request<N>> {
  return useMutation<Response<N>, Error, Request<N>>({
    mutationFn: (request) => call(name, request),
    onSuccess: async (answer) => {
      after?.(answer);
      if (changes) await refresh();
    },
  });
}

/** What the frame knows: company, person at the desk, counts, today. */
export function useStatus(): Response<"app_status"> | undefined {
  return useAsk("app_status", {}).data;
}

/** Drops an answer about something that is gone: the page that still shows it for a moment does not ask for it again. */
export function forget<N extends Name>(name: N, request: Request<N>): void {
  answers.removeQueries({ queryKey: [name, request] });
}
