using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.ValidatorSuite;

/// <summary>Runs cases.</summary>
/// <param name="folder">The folder of the suite.</param>
internal sealed class SuiteRunner(string folder)
{
    public SuiteOutcome Run(SuiteCase test)
    {
        var reading = Read(test.File);
        if (reading.Content is not { } content) return new(test, reading.Issues);
        var definitions = test.Supporting.Append(test.Profile).OfType<string>().Select(Read).Select(each => each.Content?.Root).OfType<JsonElement>().ToList();
        var validator = new Validator(DefinitionSet.Core.With(definitions));
        return new(test, validator.Validate(content, new ValidationRequest { Profiles = test.Profile is { } profile ? [Url(profile)] : [] }));
    }

    private string Url(string profile) => Read(profile).Content!.Root.GetProperty("url").GetString()!;

    private ContentReading Read(string file)
    {
        var text = File.ReadAllBytes(Path.Combine(folder, "files", file));
        return ContentReader.Unchecked(text, file.EndsWith(".xml", StringComparison.Ordinal));
    }
}
