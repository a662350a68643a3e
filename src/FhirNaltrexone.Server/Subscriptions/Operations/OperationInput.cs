using System.Globalization;
using FhirNaltrexone.Server.Fhir;

namespace FhirNaltrexone.Server.Subscriptions.Operations;

/// <summary>Reads the parameters of an operation, from the URL or from Parameters in the body.</summary>
internal static class OperationInput
{
    private static readonly string[] Members = ["valueString", "valueId", "valueCode", "valueUri", "valueInteger64", "valueUnsignedInt"];

    /// <summary>The values of a parameter.</summary>
    public static IReadOnlyList<string> Values(OperationCall call, string name)
    {
        var url = call.Query.Where(pair => pair.Key == name).SelectMany(pair => pair.Value.Split(',', StringSplitOptions.RemoveEmptyEntries));
        if (call.Content is not { } content) return [.. url];
        var body = Elements.Items(content.Root, "parameter").Where(parameter => Elements.Text(parameter, "name") == name)
            .SelectMany(parameter => Members.Select(member => Elements.Text(parameter, member) ?? Elements.Number(parameter, member)?.ToString(CultureInfo.InvariantCulture)))
            .OfType<string>();
        return [.. url, .. body];
    }

    /// <summary>Reads a number; a default when there is none, null when it is none.</summary>
    public static long? Number(OperationCall call, string name, long otherwise) => Values(call, name) switch
    {
        [] => otherwise,
        [var text] when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
