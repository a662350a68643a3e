namespace FhirNaltrexone.Storage.Access;

/// <summary>Holds who was let in for a request, for whoever records it: what is entered further in is not seen from outside otherwise.</summary>
public sealed class AccessTrace
{
    /// <summary>The request as the caller made it; null as long as nobody was let in.</summary>
    public AccessContext? Context { get; private set; }

    internal void Enter(AccessContext context)
    {
        // The same client may be let in again with more: in an emergency.
        if (context.Caller != Caller.Service && (Context is null || Context.Caller.Id == context.Caller.Id)) Context = context;
    }
}
