namespace FhirNaltrexone.Cql.Elm;

/// <summary>Reads types from ELM, where they come as a qualified name or as a type specifier.</summary>
internal static class ElmTypes
{
    public static CqlType? Read(ElmNode node, string nameMember, string specifierMember)
    {
        if (node.Text(nameMember) is { } name) return CqlType.Named(name);
        var specifier = node.Child(specifierMember);
        return specifier.IsDefined ? Specifier(specifier) : null;
    }

    public static CqlType Specifier(ElmNode specifier) => specifier.Type switch
    {
        "ListTypeSpecifier" => CqlType.Of(CqlTypeKind.List, [Element(specifier, "elementType")]),
        "IntervalTypeSpecifier" => CqlType.Of(CqlTypeKind.Interval, [Element(specifier, "pointType")]),
        "ChoiceTypeSpecifier" => CqlType.Of(CqlTypeKind.Choice, [.. specifier.List("choice").Select(Specifier)]),
        "TupleTypeSpecifier" => Tuple(specifier.List("element")),
        _ => CqlType.Named(specifier.Text("name") ?? CqlType.SystemNamespace + "Any"),
    };

    private static CqlType Element(ElmNode specifier, string member) =>
        specifier.Child(member) is { IsDefined: true } child ? Specifier(child) : CqlType.Named(specifier.Text(member) ?? CqlType.SystemNamespace + "Any");

    private static CqlType Tuple(IReadOnlyList<ElmNode> elements) => CqlType.Of(
        CqlTypeKind.Tuple,
        [.. elements.Select(element => Element(element, element.Child("elementType").IsDefined ? "elementType" : "type"))],
        string.Join(',', elements.Select(element => element.Text("name"))));
}
