using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>What can be said of a condition before the database is asked.</summary>
internal static class Cost
{
    /// <summary>Whether an index finds what matches; otherwise all entries of a parameter are read.</summary>
    public static bool IsRange(SearchExpression condition) => condition switch
    {
        HasEntry entry => IsRange(entry.Test),
        HasItem item => item.Parts.Any(part => IsRange(part.Test)),
        AllOf all => all.Parts.Any(part => Conditions.CanList(part) && IsRange(part)),
        AnyOf any => any.Parts.All(IsRange),
        RefersTo chain => Conditions.CanList(chain.Target) && IsRange(chain.Target),
        ReferredBy reverse => Conditions.CanList(reverse.Source) && IsRange(reverse.Source),
        _ => true,
    };

    /// <summary>Whether the test is for certain values, so that value and resource together lead an index to one place.</summary>
    public static bool IsEquality(ValueTest test) => test switch
    {
        TokenTest tokens => tokens.Values.All(value => value.Code is not null),
        ReferenceTest => true,
        UriTest uris => uris.Match == UriMatch.Exact,
        _ => false,
    };

    /// <summary>Whether the index over values lists what matches in the order of numbers.</summary>
    public static bool IsOrdered(SearchExpression condition) => condition is HasEntry { Parameters.Count: 1 } entry && entry.Test switch
    {
        TokenTest { Values: [{ Code: not null }] } => true,
        ReferenceTest { Values.Count: 1 } => true,
        UriTest { Match: UriMatch.Exact, Values.Count: 1 } => true,
        _ => false,
    };

    private static bool IsRange(ValueTest test) => test switch
    {
        StringTest strings => strings.Match is not (StringMatch.Contains or StringMatch.EndsWith),
        UriTest uris => uris.Match is UriMatch.Exact or UriMatch.Below,
        WordsTest or OtherReferenceTest => false,
        _ => true,
    };
}
