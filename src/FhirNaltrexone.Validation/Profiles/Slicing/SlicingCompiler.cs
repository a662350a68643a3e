using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Profiles.Schemas;
using FhirNaltrexone.Validation.Profiles.Snapshots;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Compiles discriminators: what each demands is what the slice says of the element the discriminator points to.</summary>
/// <param name="snapshots">Gives snapshots of profiles, into which discriminators may lead.</param>
internal sealed class SlicingCompiler(SnapshotCatalogue snapshots)
{
    private const string This = "$this";
    private const string Resolve = "resolve()";

    private readonly DiscriminatorTarget _targets = new(snapshots);

    /// <summary>The tests of a slice; null when the definition does not tell how slices are told apart.</summary>
    /// <param name="head">The element that is sliced.</param>
    /// <param name="slice">The slice.</param>
    public IReadOnlyList<ISliceTest>? Tests(SnapshotNode head, SnapshotNode slice)
    {
        var discriminators = head.Element.Member("slicing")?.Items("discriminator").ToList() ?? [];
        if (discriminators.Count == 0) return head.Path.EndsWith("[x]", StringComparison.Ordinal) ? [TypeTest(null, [new(slice, default)])] : null;
        var tests = discriminators.Select(each => Test(each.Text("type"), each.Text("path") ?? This, slice)).ToList();
        return tests.Contains(null) ? null : [.. tests.OfType<ISliceTest>()];
    }

    private ISliceTest? Test(string? type, string path, SnapshotNode slice)
    {
        FhirPathExpression? expression = null;
        if (path != This && !FhirPathExpression.TryParse(path, null, out expression, out _)) return null;
        var targets = _targets.Find(slice, path);
        ISliceTest? test = type switch
        {
            "value" or "pattern" => ValueTest(path, expression, slice, targets),
            "exists" when expression is not null => targets is [{ Node: { } node }, ..] && (Cardinality.Min(node.Element) > 0 || Cardinality.Max(node.Element) == 0)
                ? new ExistenceTest(expression, Cardinality.Max(node.Element) > 0)
                : null,
            "type" => targets.Count == 0 ? null : TypeTest(expression, targets),
            "profile" => ProfileTest(expression, path, slice, targets),
            _ => null,
        };
        if (test is null || path.IndexOf(Resolve, StringComparison.Ordinal) is not (>= 0 and var at)) return test;
        return OfTargets(path[..at].TrimEnd('.'), slice, isTypeEnough: type == "type" && path.EndsWith(Resolve, StringComparison.Ordinal), test);
    }

    private TargetTest OfTargets(string references, SnapshotNode slice, bool isTypeEnough, ISliceTest test)
    {
        FhirPathExpression? expression = null;
        if (references.Length > 0) FhirPathExpression.TryParse(references, null, out expression, out _);
        var types = _targets.ReferenceProfiles(slice, references.Length == 0 ? This : references).Select(snapshots.Find).Select(tree => TypeCatalogue.Core.Find(tree?.Path ?? ""));
        return new(expression, [.. types.OfType<ElementType>()], isTypeEnough, test);
    }

    private static PathTest? ValueTest(string path, FhirPathExpression? expression, SnapshotNode slice, IReadOnlyList<SlicePoint> targets)
    {
        if (path == "url" && slice.Element.Items("type").SelectMany(TypeProfiles.Of).ToList() is { Count: > 0 } urls)
            return new(expression, (element, _) => element.Value.ValueKind == JsonValueKind.String && urls.Contains(element.Value.GetString()!));
        var conditions = targets.Select(ValueCondition.Of).OfType<Func<FhirElement, ValidationRun, bool?>>().ToList();
        return conditions.Count == 0 ? null : new(expression, (element, run) => Truth.Any(conditions.Select(condition => condition(element, run))));
    }

    private static PathTest TypeTest(FhirPathExpression? expression, IReadOnlyList<SlicePoint> targets)
    {
        var types = targets.Select(point => point.Node).OfType<SnapshotNode>()
            .SelectMany(node => node.Path.Contains('.', StringComparison.Ordinal) ? node.Element.Items("type").Select(type => type.Text("code")) : [node.Path]).OfType<string>().ToList();
        return new(expression, (element, _) => TypeRule.Allows(types, element.Type));
    }

    private PathTest? ProfileTest(FhirPathExpression? expression, string path, SnapshotNode slice, IReadOnlyList<SlicePoint> targets)
    {
        var resolves = path.EndsWith(Resolve, StringComparison.Ordinal);
        var urls = resolves
            ? _targets.ReferenceProfiles(slice, path)
            : [.. targets.Select(point => point.Node).OfType<SnapshotNode>().SelectMany(node => node.Element.Items("type")).SelectMany(TypeProfiles.Of)];
        return urls.Count == 0 ? null : new(expression, (element, run) => Truth.Any(urls.Select(url => run.Profiles.Conforms(element, url))));
    }
}
