using System.Text.Json;

namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>A claim a script makes (FHIR R4, TestScript.setup.action.assert).</summary>
internal sealed record ScriptAssertion
{
    /// <summary>What the report calls it.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it concerns the last request rather than its answer.</summary>
    public bool IsOfRequest { get; init; }

    /// <summary>Fixture or answer to compare with.</summary>
    public string? CompareToSourceId { get; init; }

    /// <summary>FHIRPath on what is compared with.</summary>
    public string? CompareToSourceExpression { get; init; }

    /// <summary>Media type the body must have.</summary>
    public string? ContentType { get; init; }

    /// <summary>FHIRPath.</summary>
    public string? Expression { get; init; }

    /// <summary>Name of a header.</summary>
    public string? HeaderField { get; init; }

    /// <summary>Fixture whose content must be in the body.</summary>
    public string? MinimumId { get; init; }

    /// <summary>Whether the links for turning pages must be there.</summary>
    public bool HasNavigationLinks { get; init; }

    /// <summary>How to compare; null for the usual way.</summary>
    public string? Operator { get; init; }

    /// <summary>XPath or JSONPath, on this or that side, which this runner does not know.</summary>
    public string? Path { get; init; }

    /// <summary>Method the last request must have had.</summary>
    public string? RequestMethod { get; init; }

    /// <summary>URL the last request must have had.</summary>
    public string? RequestUrl { get; init; }

    /// <summary>Type the body must be of.</summary>
    public string? Resource { get; init; }

    /// <summary>Name of the status the answer must have.</summary>
    public string? Response { get; init; }

    /// <summary>Status, or several with commas, to compare with.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>Fixture or answer the claim is about; null for the last answer.</summary>
    public string? SourceId { get; init; }

    /// <summary>Profile of the script the body must conform to.</summary>
    public string? ValidateProfileId { get; init; }

    /// <summary>Value to compare with.</summary>
    public string? Value { get; init; }

    /// <summary>Whether a claim that does not hold is only warned of.</summary>
    public bool IsWarningOnly { get; init; }

    /// <summary>Reads an assertion.</summary>
    public static ScriptAssertion Read(JsonElement json) => new()
    {
        Label = json.Text("label") ?? json.Text("description"),
        IsOfRequest = json.Text("direction") == "request",
        CompareToSourceId = json.Text("compareToSourceId"),
        CompareToSourceExpression = json.Text("compareToSourceExpression"),
        ContentType = json.Text("contentType"),
        Expression = json.Text("expression"),
        HeaderField = json.Text("headerField"),
        MinimumId = json.Text("minimumId"),
        HasNavigationLinks = json.Flag("navigationLinks"),
        Operator = json.Text("operator"),
        Path = json.Text("path") ?? json.Text("compareToSourcePath"),
        RequestMethod = json.Text("requestMethod"),
        RequestUrl = json.Text("requestURL"),
        Resource = json.Text("resource"),
        Response = json.Text("response"),
        ResponseCode = json.Text("responseCode"),
        SourceId = json.Text("sourceId"),
        ValidateProfileId = json.Text("validateProfileId"),
        Value = json.Text("value"),
        IsWarningOnly = json.Flag("warningOnly"),
    };
}
