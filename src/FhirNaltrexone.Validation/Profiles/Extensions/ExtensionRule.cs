using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Extensions;

/// <summary>
/// An extension has an absolute URL, its definition allows it where it stands, and it changes the meaning of what it stands on only where this is
/// said. Parts of an extension are known to its definition.
/// </summary>
/// <param name="extensions">Definitions of extensions.</param>
internal sealed class ExtensionRule(ExtensionCatalogue extensions) : IElementRule
{
    private const string Modifier = "modifierExtension";

    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Value.ValueKind != JsonValueKind.Object || element.Value.Text("url") is not { } url) return;
        var steps = run.Path.Steps;
        if (!ReferenceText.HasScheme(url))
        {
            if (steps is not [.., { Element.Type.Name: "Extension" }, _]) run.ReportChild("url", ValidationMessages.RelativeExtension, element.Value);
            return;
        }

        var isModifier = steps is [.., { Name: Modifier }];
        if (extensions.Find(url) is not { } definition) Unknown(isModifier, element, run);
        else Known(definition, url, isModifier, element, run);
    }

    private static void Unknown(bool isModifier, in FhirElement element, ValidationRun run)
        => run.Report(isModifier ? ValidationMessages.UnknownModifier : Message(run.Request.UnknownExtensions), element.Value);

    private static ValidationMessage Message(UnknownExtensions policy) => policy switch
    {
        UnknownExtensions.Allow => ValidationMessages.UnknownExtensionAllowed,
        UnknownExtensions.Refuse => ValidationMessages.UnknownExtensionRefused,
        _ => ValidationMessages.UnknownExtension,
    };

    private static void Known(ExtensionDefinition definition, string url, bool isModifier, in FhirElement element, ValidationRun run)
    {
        if (isModifier != definition.IsModifier) run.Report(isModifier ? ValidationMessages.NoModifier : ValidationMessages.MustBeModifier, element.Value);
        if (!ContextCheck.Allows(url, definition, run)) run.Report(ValidationMessages.WrongContext, element.Value, Contexts(definition));
        foreach (var part in element.Value.Items("extension"))
        {
            if (part.Text("url") is { } name && !ReferenceText.HasScheme(name) && !definition.HasPart(name))
                run.Report(ValidationMessages.UnknownPart, part);
        }

        run.Profiles.Apply(url, element);
    }

    private static string Contexts(ExtensionDefinition definition) => string.Join(", ", definition.Contexts.Select(context => context.Expression));
}
