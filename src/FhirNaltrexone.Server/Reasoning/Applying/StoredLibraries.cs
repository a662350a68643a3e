using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary>Compiles libraries that clients have stored, once for each content and terminology, and keeps a bounded number of the results.</summary>
internal sealed class StoredLibraries(ContentSet content, Func<TerminologyService> terminology, IOptions<ReasoningOptions> options)
{
    private const string Elm = "application/elm+json";
    private const int MaxKept = 32;
    private const int MaxBytes = 8 << 20;

    private readonly ConcurrentDictionary<(TerminologyService Terminology, string Content), Lazy<(LibrarySet? Libraries, IReadOnlyList<string> Problems)>> _kept = new();

    /// <summary>The libraries that canonicals name, with those they depend on, compiled together; null when there are none, or something is wrong.</summary>
    /// <param name="canonicals">Libraries that are none of the content.</param>
    /// <param name="find">Finds a stored Library.</param>
    /// <param name="issues">Takes what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<LibrarySet?> ReadAsync(
        IReadOnlyList<string> canonicals,
        Func<string, CancellationToken, ValueTask<JsonElement?>> find,
        List<Issue> issues,
        CancellationToken cancellationToken)
    {
        List<ForeignLibrary> found = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(canonicals);
        while (open.TryDequeue(out var canonical))
        {
            if (!seen.Add(canonical) || content.Libraries.Find(canonical) is not null) continue;
            if (found.Count >= options.Value.MaxDefinitions || found.Sum(one => one.Elm.Length) > MaxBytes)
            {
                issues.Add(new(IssueCodes.TooCostly, "The libraries are more, or larger, than this server compiles."));
                return null;
            }

            var library = await find(canonical, cancellationToken).ConfigureAwait(false);
            if (library is not { } resource) issues.Add(new(IssueCodes.NotFound, $"There is no Library {canonical}."));
            else if (Read(resource) is not { } elm) issues.Add(new(IssueCodes.NotSupported, $"The Library {canonical} has no content of the type {Elm} with data: CQL is not translated here."));
            else
            {
                found.Add(new(resource, elm));
                foreach (var next in Canonicals.Dependencies(resource)) open.Enqueue(next);
            }
        }

        return found.Count == 0 || issues.Count > 0 ? null : Compile(found, issues);
    }

    private LibrarySet? Compile(List<ForeignLibrary> found, List<Issue> issues)
    {
        if (!options.Value.StoredLibraries)
        {
            issues.Add(new(IssueCodes.NotSupported, "Libraries stored by clients are not run here (setting Reasoning:StoredLibraries)."));
            return null;
        }

        var known = terminology();
        if (_kept.Count > MaxKept) _kept.Clear();
        var (libraries, problems) = _kept.GetOrAdd((known, Hash(found)), _ => new(() =>
        {
            var compiled = content.Compile(found, url => Members(known, url), out var wrong);
            return (compiled, wrong);
        })).Value;
        issues.AddRange(problems.Select(problem => new Issue(IssueCodes.Invalid, problem.Length > 500 ? problem[..500] : problem)));
        return libraries;
    }

    private static string Hash(List<ForeignLibrary> found)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var library in found)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(library.Resource.GetRawText()));
            hash.AppendData([0]);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static CodeSet? Members(TerminologyService known, string valueSet)
        => known.Expand(valueSet, new()).Value is { } expansion
            ? new(expansion.Codes.Select(code => new CqlCode(code.Code, code.System, code.Version, code.Display)))
            : null;

    private static byte[]? Read(JsonElement library)
    {
        var list = FhirJson.Array(library, "content"u8);
        if (list.ValueKind != JsonValueKind.Array) return null;
        foreach (var attachment in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (FhirJson.Text(attachment, "contentType"u8) == Elm
                && attachment.TryGetProperty("data"u8, out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes)) return bytes;
        }

        return null;
    }
}
