using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>The invariants of the resource types on examples, against the answers of fhirpath.js.</summary>
public sealed class OracleAgreementTests
{
    [Fact]
    public void The_answers_are_about_the_resources_as_they_are()
        => Assert.All(Samples.Answers.Hashes, file => Assert.True(file.Value.Then == file.Value.Now, $"{file.Key} changed since the answers were made: run profiles/tools/fhirpath"));

    [Fact]
    public void Every_example_was_asked_about()
    {
        var folder = new DirectoryInfo(Path.Combine(Samples.Root, "profiles", "generated", "examples"));
        var examples = folder.Exists ? folder.EnumerateFiles("*.json").Select(file => $"profiles/generated/examples/{file.Name}") : [];

        var missing = examples.Except(Samples.Answers.Hashes.Keys).ToList();

        Assert.True(missing.Count == 0, $"no answers for {string.Join(", ", missing)}: run profiles/tools/fhirpath");
    }

    [Fact]
    public void All_answers_are_ours_too_but_for_differences_that_are_known()
    {
        var differences =
            from sample in Samples.Answers.Resources
            let root = FhirElement.Root(sample.Resource)
            let context = Paths.Context(root)
            let expressions = AnchoredInvariant.Of(root.Type.Name).ToLookup(invariant => invariant.Name, invariant => invariant.Expression)
            from theirs in sample.Answers.EnumerateObject()
            let ours = Paths.Tell(Paths.Parse(expressions[theirs.Name].Single()).Evaluate(root, context))
            where ours != theirs.Value.GetString()
            select $"{Samples.Name(sample.Resource)} | {theirs.Name} | {ours} | {theirs.Value.GetString()}";

        Divergences.AreKnown(Samples.Answers.Engine, differences);
    }
}
