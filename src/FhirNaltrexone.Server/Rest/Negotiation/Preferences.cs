namespace FhirNaltrexone.Server.Rest.Negotiation;

/// <summary>The header Prefer. Values nobody knows are passed over: a well-known client sends <c>return=presentation</c> with every patch.</summary>
/// <param name="Return">What is wanted back.</param>
/// <param name="Handling"><c>strict</c>, <c>lenient</c>, or null.</param>
/// <param name="IsAsync">Whether the client would rather be told later.</param>
internal sealed record Preferences(ReturnPreference Return, string? Handling, bool IsAsync)
{
    /// <summary>Whether unknown search parameters are refused.</summary>
    public bool IsStrict => Handling == "strict";

    /// <summary>Whether unknown parameters of operations are ignored, where the answer tells of them.</summary>
    public bool IsLenient => Handling == "lenient";

    /// <summary>What Preference-Applied says; empty when nothing was preferred that this server knows.</summary>
    public string Applied => string.Join(", ", ((string?[])[Return is ReturnPreference.None ? null : $"return={Name(Return)}", Handling is null ? null : $"handling={Handling}"]).OfType<string>());

    /// <summary>Reads the header.</summary>
    /// <param name="headers">Its values.</param>
    public static Preferences Read(IEnumerable<string?> headers)
    {
        var found = new Preferences(ReturnPreference.None, null, false);
        foreach (var text in headers.OfType<string>().SelectMany(value => value.Split([',', ';'], StringSplitOptions.TrimEntries)))
        {
            found = text.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\"", string.Empty, StringComparison.Ordinal) switch
            {
                "return=minimal" => found with { Return = ReturnPreference.Minimal },
                "return=representation" => found with { Return = ReturnPreference.Representation },
                "return=OperationOutcome" => found with { Return = ReturnPreference.OperationOutcome },
                "handling=strict" => found with { Handling = "strict" },
                "handling=lenient" => found with { Handling = "lenient" },
                "respond-async" => found with { IsAsync = true },
                _ => found,
            };
        }

        return found;
    }

    private static string Name(ReturnPreference preference) => preference switch
    {
        ReturnPreference.Minimal => "minimal",
        ReturnPreference.OperationOutcome => "OperationOutcome",
        _ => "representation",
    };
}
