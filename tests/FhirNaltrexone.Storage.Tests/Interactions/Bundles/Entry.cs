namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

/// <summary>Writes bundles and their entries.</summary>
internal static class Entry
{
    public static string Transaction(params IEnumerable<string> entries) => Bundle("transaction", entries);

    public static string Batch(params IEnumerable<string> entries) => Bundle("batch", entries);

    public static string Post(string resource, string? fullUrl = null, string? ifNoneExist = null)
        => Of("POST", TypeOf(resource), resource, fullUrl, ifNoneExist is null ? null : $"\"ifNoneExist\":\"{ifNoneExist}\"");

    public static string Put(string url, string resource, string? fullUrl = null, string? ifMatch = null)
        => Of("PUT", url, resource, fullUrl, ifMatch is null ? null : $"\"ifMatch\":\"{ifMatch.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");

    public static string Get(string url) => Of("GET", url, null, null, null);

    public static string Delete(string url) => Of("DELETE", url, null, null, null);

    public static string Of(string method, string url, string? resource, string? fullUrl, string? more)
    {
        string?[] members =
        [
            fullUrl is null ? null : $"\"fullUrl\":\"{fullUrl}\"",
            resource is null ? null : $"\"resource\":{resource}",
            $$"""
            "request":{"method":"{{method}}","url":"{{url}}"{{(more is null ? "" : $",{more}")}}}
            """,
        ];
        return $"{{{string.Join(',', members.Where(member => member is not null))}}}";
    }

    public static string Patient(string identifier, string gender = "male", string? id = null)
        => $$"""{"resourceType":"Patient",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"identifier":[{"system":"urn:s","value":"{{identifier}}"}],"gender":"{{gender}}"}""";

    public static string Observation(string subject, string? identifier = null)
        => $$$"""{"resourceType":"Observation",{{{(identifier is null ? "" : $$"""
            "identifier":[{"system":"urn:s","value":"{{identifier}}"}],
            """)}}}"status":"final","code":{"text":"x"},"subject":{"reference":"{{{subject}}}"}}""";

    private static string TypeOf(string resource) => resource.Split('"')[3];

    private static string Bundle(string type, IEnumerable<string> entries)
    {
        var list = string.Join(',', entries);
        return $$"""{"resourceType":"Bundle","type":"{{type}}"{{(list.Length > 0 ? $",\"entry\":[{list}]" : "")}}}""";
    }
}
