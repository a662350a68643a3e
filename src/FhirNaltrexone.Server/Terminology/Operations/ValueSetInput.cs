using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary>Reads which value set is meant: <c>valueSet</c> or <c>url</c>, with <c>valueSetVersion</c>.</summary>
internal static class ValueSetInput
{
    /// <summary>Asks about the value set given.</summary>
    /// <typeparam name="T">Kind of answer.</typeparam>
    /// <param name="input">The parameters.</param>
    /// <param name="ofResource">Asks about a resource.</param>
    /// <param name="ofUrl">Asks about a canonical URL.</param>
    public static Result<T> Ask<T>(CallInput input, Func<JsonElement, Result<T>> ofResource, Func<string, Result<T>> ofUrl)
        where T : class
    {
        var resource = input.Resource("valueSet", "ValueSet");
        var url = input.Text("url");
        var version = input.Text("valueSetVersion");
        if (input.Has("valueSet") == input.Has("url")) input.Fail("url", "Give either url or valueSet, or call the operation on a stored ValueSet.", IssueCodes.Required);
        if (input.Refusal is { } wrong) return wrong;
        return resource is { } given ? ofResource(given) : ofUrl(version is null ? url! : $"{url}|{version}");
    }
}
