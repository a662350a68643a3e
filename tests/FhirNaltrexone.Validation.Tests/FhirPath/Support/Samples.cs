using System.Text.Json;

namespace FhirNaltrexone.Validation.Tests.FhirPath.Support;

/// <summary>Resources to evaluate invariants on: those that the other engine answered for, made by hand to break rules or taken from elsewhere in the project.</summary>
internal static class Samples
{
    public static string Root { get; } = FindRoot();

    public static OracleAnswers Answers { get; } = OracleAnswers.Read(Root);

    /// <summary>A name for messages.</summary>
    public static string Name(JsonElement resource)
        => $"{resource.GetProperty("resourceType").GetString()}/{(resource.TryGetProperty("id", out var id) ? id.GetString() : "?")}";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FhirNaltrexone.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
