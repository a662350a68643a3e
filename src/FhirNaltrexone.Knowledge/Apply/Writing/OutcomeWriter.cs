using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Writes issues as an OperationOutcome to be contained.</summary>
internal static class OutcomeWriter
{
    /// <summary>The OperationOutcome.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="issues">At least one.</param>
    public static JsonObject Write(string id, IReadOnlyList<ApplyIssue> issues) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["id"] = id,
        ["issue"] = new JsonArray([.. issues.Select(Write)]),
    };

    private static JsonObject Write(ApplyIssue issue)
    {
        var written = new JsonObject { ["severity"] = "warning", ["code"] = issue.Code, ["diagnostics"] = issue.Text };
        if (issue.Expression is { } expression) written["expression"] = new JsonArray(expression);
        return written;
    }
}
