using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Makes the URL of a request.</summary>
/// <param name="server">Base URL of the server, without slash at the end.</param>
/// <param name="state">Knows targets and variables.</param>
internal sealed class RequestUrl(string server, ScriptState state)
{
    /// <summary>The URL.</summary>
    /// <exception cref="ScriptFault">The operation does not say enough, or names what is not there.</exception>
    public Uri Of(ScriptOperation operation)
    {
        var text = operation.Url is { } url ? Absolute(state.Fill(url)) : server + Path(operation);
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = !operation.IsEncoded };
        return Uri.TryCreate(text, options, out var uri) && uri.Scheme is "http" or "https" ? uri : throw new ScriptFault($"{text} is no URL.");
    }

    private string Absolute(string url)
        => url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal) ? url : $"{server}/{url.TrimStart('/')}";

    private string Path(ScriptOperation operation)
    {
        if (operation.Type is not { } code) throw new ScriptFault("The operation has neither type nor url.");
        if (operation.IsPostedSearch) return Slash(operation.Resource) + "/_search";
        var form = OperationForm.Of(code);
        var rest = state.Fill(operation.Params ?? "");
        var target = operation.TargetId ?? (rest.Length == 0 && code is "update" or "updateCreate" ? operation.SourceId : null);
        if (target is null || !form.IsOfInstance) return Slash(operation.Resource) + WithSuffix(rest, code == "vread" ? "" : form.Suffix);
        var address = state.AddressOf(target);
        var version = code == "vread" ? "/" + (address.Version ?? throw new ScriptFault($"The version of {target} is not known.")) : "";
        return $"/{address.Type}/{address.Id}{WithSuffix(rest, form.Suffix + version)}";
    }

    private static string Slash(string? type) => type is null ? "" : "/" + type;

    // A script may write the whole rest itself: "/123/_history", "/$validate?mode=create".
    private static string WithSuffix(string rest, string suffix)
    {
        if (suffix.Length == 0 || rest.Contains(suffix, StringComparison.Ordinal)) return rest;
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? rest + suffix : rest[..query] + suffix + rest[query..];
    }
}
