using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Schemas;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>Checks elements against profiles in the course of one validation. Each is checked once against each profile, so circles come to an end.</summary>
/// <param name="run">The validation.</param>
internal sealed class ProfileChecks(ValidationRun run)
{
    /// <summary>
    /// Longest chain of references whose targets must conform to profiles whose references must: beyond it nothing is asked, or a long chain would
    /// overflow the stack. Resources in the chain are still checked against the profiles they name themselves.
    /// </summary>
    private const int LongestChain = 16;

    private readonly Dictionary<string, Dictionary<JsonElement, bool?>> _verdicts = new(StringComparer.Ordinal);
    private readonly ProfileWalk _walk = new(run);
    private int _chain;

    /// <summary>Checks a resource against the profiles it names, and those asked for; the path is at it.</summary>
    public void ApplyAll(in FhirElement resource, IReadOnlyList<string> asked)
    {
        var named = run.Request.IsMetaProfileChecked ? MetaProfiles(resource) : [];
        foreach (var profile in asked.Concat(named).Concat(run.Environment.Globals[resource.Type.Name]).Distinct(StringComparer.Ordinal))
        {
            if (run.Environment.Profiles.Find(profile) is not null) Apply(profile, resource);
            else run.Report(asked.Contains(profile) ? ValidationMessages.NoSuchProfile : ValidationMessages.UnknownProfile, resource.Value, profile);
        }
    }

    /// <summary>Checks an element against a profile and reports what is wrong. A profile that is not here is passed over.</summary>
    /// <param name="canonical">Canonical of the profile.</param>
    /// <param name="element">The element where the walk is.</param>
    public void Apply(string canonical, in FhirElement element)
    {
        if (run.Environment.Profiles.Find(canonical) is not { } profile || element.Value.ValueKind == JsonValueKind.Undefined) return;
        var verdicts = VerdictsOf(profile.Url);
        if (!verdicts.TryAdd(element.Value, null)) return;
        Apply(profile, element);
        verdicts.Remove(element.Value);
    }

    /// <summary>Whether an element conforms to a profile; null when the profile is not here or asks what cannot be told, the question is being answered already, or the chain is too long.</summary>
    /// <param name="element">The element.</param>
    /// <param name="canonical">Canonical of the profile.</param>
    public bool? Conforms(in FhirElement element, string canonical)
    {
        if (_chain == LongestChain || run.Environment.Profiles.Find(canonical) is not { } profile) return null;
        var verdicts = VerdictsOf("?" + profile.Url);
        if (verdicts.TryGetValue(element.Value, out var known)) return known;
        verdicts[element.Value] = null;
        _chain++;
        var conforms = run.Aside(profile, element, Apply);
        _chain--;
        return verdicts[element.Value] = conforms;
    }

    private void Apply(ProfileSchema profile, in FhirElement element)
    {
        if (profile.Tree is null) run.Report(ValidationMessages.NoSnapshot, element.Value, profile.Url);
        else if (profile.Type is not { } type || !element.Type.Is(type.Name)) run.Report(ValidationMessages.WrongProfileType, element.Value, profile.Url, profile.Type?.Name);
        else _walk.Element(profile.Url, profile.Root, element);
    }

    private Dictionary<JsonElement, bool?> VerdictsOf(string url)
        => _verdicts.TryGetValue(url, out var known) ? known : _verdicts[url] = new(JsonIdentity.Instance);

    private static IEnumerable<string> MetaProfiles(in FhirElement resource)
        => resource.Value.TryGetProperty("meta"u8, out var meta) && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty("profile"u8, out var profiles) && profiles.ValueKind == JsonValueKind.Array
            ? [.. profiles.EnumerateArray().Where(profile => profile.ValueKind == JsonValueKind.String).Select(profile => profile.GetString()!)]
            : [];
}
