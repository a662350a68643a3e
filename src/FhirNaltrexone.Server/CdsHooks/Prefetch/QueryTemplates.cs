using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>Fills the tokens of prefetch templates in (CDS Hooks 2.0, Prefetch tokens).</summary>
internal static class QueryTemplates
{
    private const string Open = "{{";
    private const string Close = "}}";
    private const string Context = "context.";
    private const string PatientToken = "context.patientId";

    /// <summary>The query for this call, or null when its context lacks a token.</summary>
    public static string? Fill(string template, JsonElement context, string patientId)
    {
        var query = new StringBuilder(template.Length + patientId.Length);
        var rest = template.AsSpan();
        for (var start = rest.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = rest.IndexOf(Open, StringComparison.Ordinal))
        {
            var end = rest.IndexOf(Close, StringComparison.Ordinal);
            if (end < start || Value(rest[(start + Open.Length)..end].Trim().ToString(), context, patientId) is not { } value)
            {
                return null;
            }

            query.Append(rest[..start]).Append(Uri.EscapeDataString(value));
            rest = rest[(end + Close.Length)..];
        }

        return query.Append(rest).ToString();
    }

    private static string? Value(string token, JsonElement context, string patientId)
    {
        if (token == PatientToken)
        {
            return patientId;
        }

        return token.StartsWith(Context, StringComparison.Ordinal)
            && context.TryGetProperty(token[Context.Length..], out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
