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
    private volatile Made? _made;

    /// <summary>The validator.</summary>
    public Validator Get()
    {
        var service = terminology();
        if (_made is { } made && ReferenceEquals(made.Terminology, service)) return made.Validator;
        var fresh = new Made(service, new Validator(definitions, service, clock));
        _made = fresh;
        return fresh.Validator;
    }

    private sealed record Made(TerminologyService Terminology, Validator Validator);
}
