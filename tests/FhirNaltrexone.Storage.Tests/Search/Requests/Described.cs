using System.Collections;
using System.Reflection;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

/// <summary>A condition with all its parts as text: records compare lists by reference.</summary>
internal static class Described
{
    public static string Of(SearchExpression? expression) => Of((object?)expression);

    private static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        SearchExpression or ValueTest or CompositePart => $"{value.GetType().Name}({string.Join(", ", Properties(value).Select(property => Of(property.GetValue(value))))})",
        _ => value.ToString()!,
    };

    private static IEnumerable<PropertyInfo> Properties(object value)
        => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract").OrderBy(property => property.Name, StringComparer.Ordinal);
}
