namespace FhirNaltrexone.Reliability.Linearizability;

/// <summary>
/// Decides whether a history of reads and conditional writes of one resource could have come from one copy that does one thing at a time
/// (Wing and Gong's search with memory, driven by the answers in the order of time).
/// </summary>
internal static class RegisterChecker
{
    private const int MostPending = 64;

    /// <summary>Checks a history.</summary>
    /// <param name="operations">All calls, in any order.</param>
    /// <param name="version">Version at the start.</param>
    /// <param name="value">Value at the start.</param>
    /// <returns>The first call whose answer cannot be explained; null when all can.</returns>
    public static Operation? FirstViolation(IEnumerable<Operation> operations, int version, int value)
    {
        var pending = new Operation?[MostPending];
        var states = new HashSet<State> { new(version, value, 0) };
        foreach (var (_, isReturn, operation) in Events(operations))
        {
            if (isReturn)
            {
                var slot = Array.IndexOf(pending, operation);
                states = Explain(states, pending, 1UL << slot);
                if (states.Count == 0) return operation;
                pending[slot] = null;
            }
            else
            {
                var slot = Array.IndexOf(pending, null);
                if (slot < 0) throw new InvalidOperationException("Too many calls without an answer.");
                pending[slot] = operation;
                states = [.. states.Select(state => Observe(state, pending))];
            }
        }

        return null;
    }

    private static IEnumerable<(long Tick, bool IsReturn, Operation Operation)> Events(IEnumerable<Operation> operations)
        => operations
            .SelectMany(operation => operation.Returned == long.MaxValue
                ? [(operation.Invoked, false, operation)]
                : new[] { (operation.Invoked, false, operation), (operation.Returned, true, operation) })
            .OrderBy(entry => entry.Item1).ThenBy(entry => entry.Item2);

    /// <summary>All states in which the call with this bit has taken place, the bit taken out again.</summary>
    private static HashSet<State> Explain(HashSet<State> states, Operation?[] pending, ulong bit)
    {
        var explained = new HashSet<State>();
        var seen = new HashSet<State>(states);
        var open = new Stack<State>(states);
        while (open.TryPop(out var state))
        {
            if ((state.Done & bit) != 0)
            {
                explained.Add(state with { Done = state.Done & ~bit });
                continue;
            }

            foreach (var next in Writes(state, pending))
            {
                if (seen.Add(next)) open.Push(next);
            }
        }

        return explained;
    }

    private static IEnumerable<State> Writes(State state, Operation?[] pending)
    {
        for (var slot = 0; slot < pending.Length; slot++)
        {
            if (pending[slot] is { Effect: Effect.Written or Effect.Unknown } write && !state.Has(slot) && write.Version == state.Version)
            {
                yield return Observe(new State(write.Version + 1, write.Value, state.Done | (1UL << slot)), pending);
            }
        }
    }

    /// <summary>A call that changes nothing may take place as soon as the state explains it: waiting could not explain more.</summary>
    private static State Observe(State state, Operation?[] pending)
    {
        for (var slot = 0; slot < pending.Length; slot++)
        {
            if (pending[slot] is { } operation && !state.Has(slot) && IsExplained(operation, state)) state = state with { Done = state.Done | (1UL << slot) };
        }

        return state;
    }

    private static bool IsExplained(Operation operation, State state) => operation.Effect switch
    {
        Effect.Read => operation.Version == state.Version && operation.Value == state.Value,
        Effect.Refused => operation.Version != state.Version,
        _ => false,
    };

    private readonly record struct State(int Version, int Value, ulong Done)
    {
        public bool Has(int slot) => (Done & (1UL << slot)) != 0;
    }
}
