using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Profiles;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Validation;

/// <summary>The validator of the moment. When clients have stored other terminology, what was compiled with the old one is given up.</summary>
/// <param name="definitions">What resources are validated against.</param>
/// <param name="terminology">The terminology of the moment.</param>
/// <param name="clock">The clock of expressions.</param>
internal sealed class CurrentValidator(DefinitionSet definitions, Func<TerminologyService> terminology, TimeProvider clock)
{
    private volatile Made? _usual;
    private volatile Made? _special;

    /// <summary>The validator.</summary>
    public Validator Get()
    {
        var service = terminology();
        if (_usual is { } made && made.IsFor(service, "")) return made.Validator;
        var fresh = new Made(service, "", new Validator(definitions, service, clock));
        _usual = fresh;
        return fresh.Validator;
    }

    /// <summary>A validator that knows more profiles. The last one is kept, for a client that validates many resources one after the other.</summary>
    /// <param name="profiles">Profiles; none gives the usual validator.</param>
    public Validator With(IReadOnlyList<ResourceVersion> profiles)
    {
        if (profiles.Count == 0) return Get();
        var service = terminology();
        var names = string.Join(' ', profiles.Select(profile => $"{profile.Key}/{profile.Version}"));
        if (_special is { } made && made.IsFor(service, names)) return made.Validator;
        var known = definitions.With(profiles.Select(profile => JsonDocument.Parse(profile.Json).RootElement));
        var fresh = new Made(service, names, new Validator(known, service, clock));
        _special = fresh;
        return fresh.Validator;
    }

    private sealed record Made(TerminologyService Terminology, string Profiles, Validator Validator)
    {
        public bool IsFor(TerminologyService terminology, string profiles) => ReferenceEquals(Terminology, terminology) && Profiles == profiles;
    }
}
