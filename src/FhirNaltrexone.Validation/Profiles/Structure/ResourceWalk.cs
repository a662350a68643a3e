using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>
/// Walks once through a resource and checks every element against the definition of its type: whether it is known, its shape in JSON, how often it
/// stands there, how its value is written, and the rules of the definition.
/// </summary>
internal sealed class ResourceWalk(SchemaCatalogue schemas, ValidationRun run)
{
    /// <summary>Checks a resource; the path is at it.</summary>
    /// <param name="json">JSON in the place of a resource.</param>
    /// <param name="scope">The resource.</param>
    public void Resource(JsonElement json, ResourceScope scope)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            run.Report(ValidationMessages.MustBeObject, json, "a resource");
            return;
        }

        if (!HasKnownType(json)) return;
        var outer = run.Enter(scope);
        Members(scope.Resource, schemas.Of(scope.Resource.Type));
        if (run.IsFull) run.Profiles.ApplyAll(scope.Resource, scope.Outer is null ? run.Request.Profiles : []);
        run.Leave(outer);
    }

    private bool HasKnownType(JsonElement json)
    {
        if (!json.TryGetProperty("resourceType"u8, out var type) || type.ValueKind != JsonValueKind.String) run.Report(ValidationMessages.NoResourceType, json);
        else if (!ResourceTypes.Contains(type.GetString()!)) run.Report(ValidationMessages.UnknownResourceType, type);
        else return true;
        return false;
    }

    private void Members(in FhirElement element, TypeSchema schema)
    {
        var seen = 0UL;
        foreach (var member in element.Members.EnumerateObject()) Member(element, schema, member, ref seen);
        foreach (var required in schema.Required)
        {
            if ((seen & required.Bit) == 0) run.ReportChild(required.Name, ValidationMessages.TooFew, element.Members, required.Min, schema.Type.Name);
        }

        if ((seen & ~schema.IdBit) == 0 && !element.Type.IsResource && element.Value.ValueKind != JsonValueKind.String) Empty(element);
        if (run.IsFull) Apply(schema.Rules, element);
    }

    private void Empty(in FhirElement element)
    {
        if (!element.Type.IsPrimitive || element.Value.ValueKind == JsonValueKind.Undefined) run.Report(ValidationMessages.EmptyElement, element.Members);
    }

    private void Member(in FhirElement parent, TypeSchema schema, JsonProperty member, ref ulong seen)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        var isCompanion = name is [(byte)'_', ..];
        if (schema.Type.IsResource && name.SequenceEqual("resourceType"u8)) return;
        if (schema.Type.Child(isCompanion ? name[1..] : name) is not { } child)
        {
            run.ReportChild(member.Name, ValidationMessages.UnknownElement, member.Value);
            return;
        }

        var hasBoth = child.Type.IsPrimitive && Has(parent, isCompanion ? child.Utf8Name : child.Utf8CompanionName);
        if (isCompanion && hasBoth) return;
        if (isCompanion && !child.Type.IsPrimitive)
        {
            run.ReportChild(member.Name, ValidationMessages.UnexpectedCompanion, member.Value, child.Type.Name);
            return;
        }

        var element = schema[child];
        if (child.IsChoice && (seen & element.Bit) != 0) run.Report(ValidationMessages.SeveralChoices, member.Value, child.ElementName + "[x]");
        seen |= element.Bit;
        var companion = isCompanion ? member.Value : hasBoth ? parent.Members.GetProperty(child.Utf8CompanionName) : default;
        Values(parent, child, element, isCompanion ? default : member.Value, companion);
    }

    private static bool Has(in FhirElement parent, ReadOnlySpan<byte> name) => parent.Members.TryGetProperty(name, out _);

    private void Values(in FhirElement parent, ChildDefinition child, ElementSchema element, JsonElement value, JsonElement companion)
    {
        if (!HasShape(child, value) || !HasShape(child, companion)) return;
        var items = new ElementItems(value, companion);
        var count = 0;
        while (items.MoveNext())
        {
            if (items.Index > count++) Null(child, value, companion);
            var item = child.Type.IsResource ? FhirElement.Root(items.Value) : new FhirElement(items.Value, items.Companion, child.Type);
            run.Path.Push(child.ElementName, child.IsList ? items.Index : ElementPath.Single, parent.Type, item);
            if (child.Type.IsResource) Resource(items.Value, run.Scope.Inner(parent, child.ElementName, item));
            else Item(item, element);
            run.Path.Pop();
            count = items.Index + 1;
        }

        if (Math.Max(Length(value), Length(companion)) > count) Null(child, value, companion);
        if (count > element.Max) run.ReportChild(child.ElementName, ValidationMessages.TooMany, value, element.Max, "FHIR R4");
    }

    private bool HasShape(ChildDefinition child, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined || (json.ValueKind == JsonValueKind.Array) == child.IsList) return true;
        run.ReportChild(child.ElementName, child.IsList ? ValidationMessages.MustBeArray : ValidationMessages.MustNotBeArray, json);
        return false;
    }

    private void Null(ChildDefinition child, JsonElement value, JsonElement companion)
        => run.ReportChild(child.ElementName, ValidationMessages.MisplacedNull, value.ValueKind == JsonValueKind.Undefined ? companion : value);

    private static int Length(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => 0,
        JsonValueKind.Array => json.GetArrayLength(),
        _ => 1,
    };

    private void Item(in FhirElement element, ElementSchema schema)
    {
        if (element.Type.IsPrimitive) Primitive(element);
        else if (element.Value.ValueKind != JsonValueKind.Object) run.Report(ValidationMessages.MustBeObject, element.Value, element.Type.Name);
        else Members(element, schemas.Of(element.Type));
        Apply(schema.Structure, element);
        if (run.IsFull) Apply(schema.Rules, element);
    }

    private void Primitive(in FhirElement element)
    {
        if (element.Value.ValueKind != JsonValueKind.Undefined) PrimitiveRule.Check(element, run);
        if (element.Companion.ValueKind == JsonValueKind.Object) Members(element, schemas.Of(element.Type));
        else if (element.Companion.ValueKind != JsonValueKind.Undefined) run.Report(ValidationMessages.MustBeObject, element.Companion, "id and extension");
    }

    private void Apply(IReadOnlyList<IElementRule> rules, in FhirElement element)
    {
        foreach (var rule in rules) rule.Check(element, run);
    }
}
