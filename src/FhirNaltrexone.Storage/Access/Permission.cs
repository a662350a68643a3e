using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Access;

/// <summary>What a caller may do with resources of one type: nothing, everything, or what meets a condition.</summary>
/// <param name="IsNone">Nothing at all.</param>
/// <param name="Condition">What resources must be like; null for any, and when there is nothing.</param>
internal readonly record struct Permission(bool IsNone, SearchExpression? Condition)
{
    /// <summary>Nothing.</summary>
    public static Permission None { get; } = new(true, null);

    /// <summary>Every resource of the type, deletions included.</summary>
    public static Permission Whole { get; } = new(false, null);

    /// <summary>Whether every resource of the type is meant.</summary>
    public bool IsWhole => !IsNone && Condition is null;
}
