using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Storage.Access;

/// <summary>Holds who was let in for a request, for whoever records it: what is entered further in is not seen from outside otherwise.</summary>
public sealed class AccessTrace
{
    private static readonly AsyncLocal<AccessTrace?> Ambient = new();

    private AccessContext? _context;

    /// <summary>The trace of the request under way; null where nobody records it.</summary>
    public static AccessTrace? Current => Ambient.Value;

    /// <summary>The request as the caller made it; null as long as nobody was let in, and when the token turned out to be used.</summary>
    public AccessContext? Context => Token is { IsRefused: true } ? null : _context;

    /// <summary>The token of the caller, to be used with the record of the request; null when it counts more than once.</summary>
    public PendingToken? Token { get; set; }

    /// <summary>Makes it the trace of the request under way: told of the first caller that is not the service itself; of the one already let in, if there is one.</summary>
    public void Begin()
    {
        Ambient.Value = this;
        if (AccessContext.Current is { } context) Enter(context);
    }

    /// <summary>Stores the record of the request with the status of its answer, once; null as long as nobody offers to.</summary>
    public Func<int, CancellationToken, Task>? Record { get; set; }

    internal void Enter(AccessContext context)
    {
        // The same client may be let in again with more: in an emergency.
        if (context.Caller != Caller.Service && (_context is null || _context.Caller.Id == context.Caller.Id)) _context = context;
    }
}
