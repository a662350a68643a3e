using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Smart.Scopes;

/// <summary>
/// Reads scopes (SMART App Launch 2.2, scopes and launch context): <c>patient|user|system / Type|* . cruds ? query</c>, and those of version 1 with
/// <c>.read</c>, <c>.write</c> and <c>.*</c>. Letters out of order, types that R4 does not have and queries that no search understands are refused:
/// a scope that is guessed at may mean more than was granted.
/// </summary>
internal sealed class ScopeReader(SearchRequestReader searches, TimeProvider clock)
{
    private const string Letters = "cruds";
    private const string AnyType = "*";

    /// <summary>Scopes about launching and signing in that this server knows.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["openid", "profile", "fhirUser", "launch", "launch/patient", "launch/encounter", "offline_access"];

    /// <summary>Reads a list of scopes.</summary>
    /// <param name="text">Scopes with a space between each two; null for none.</param>
    public ScopeList ReadAll(string? text)
    {
        var scopes = new List<SmartScope>();
        var refused = new List<string>();
        foreach (var one in (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            if (Read(one) is { } scope) scopes.Add(scope);
            else refused.Add(one);
        }

        return new(scopes, refused);
    }

    /// <summary>Reads one scope.</summary>
    /// <param name="text">The scope.</param>
    /// <returns>Null when it is not understood.</returns>
    public SmartScope? Read(string text)
    {
        if (Names.Contains(text)) return new(text, null);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || Context(text[..slash]) is not { } context) return null;
        var question = text.IndexOf('?', StringComparison.Ordinal);
        var (head, query) = question < 0 ? (text[(slash + 1)..], null) : (text[(slash + 1)..question], text[(question + 1)..]);
        var dot = head.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !IsType(head[..dot]) || Interactions(head[(dot + 1)..], query is not null) is not { } interactions) return null;
        var type = head[..dot] == AnyType ? null : head[..dot];
        return query is null || IsQuery(type, query) ? new(text, new Grant(context, type, interactions, query)) : null;
    }

    private static GrantContext? Context(string text) => text switch
    {
        "patient" => GrantContext.Patient,
        "user" => GrantContext.User,
        "system" => GrantContext.System,
        _ => null,
    };

    private static bool IsType(string text) => text == AnyType || ResourceTypes.All.Contains(text);

    private static GrantedInteractions? Interactions(string suffix, bool hasQuery) => suffix switch
    {
        // Version 1 knows no queries.
        "read" => hasQuery ? null : GrantedInteractions.Read | GrantedInteractions.Search,
        "write" => hasQuery ? null : GrantedInteractions.Create | GrantedInteractions.Update | GrantedInteractions.Delete,
        "*" => hasQuery ? null : (GrantedInteractions)((1 << Letters.Length) - 1),
        _ => FromLetters(suffix),
    };

    /// <summary>Each letter at most once, in the order of the specification.</summary>
    private static GrantedInteractions? FromLetters(string suffix)
    {
        var (found, place) = (GrantedInteractions.None, -1);
        foreach (var letter in suffix)
        {
            var next = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (next <= place) return null;
            place = next;
            found |= (GrantedInteractions)(1 << next);
        }

        return found == GrantedInteractions.None ? null : found;
    }

    /// <summary>Parameters belong to types: what one would mean for all of them nobody has said.</summary>
    private bool IsQuery(string? type, string query)
        => type is not null
            && query.IndexOf('?', StringComparison.Ordinal) < 0
            && ScopeQuery.IsOfResource(query)
            && searches.TryReadCriteria(type, query, clock.GetUtcNow(), out _, out _, out _);
}
